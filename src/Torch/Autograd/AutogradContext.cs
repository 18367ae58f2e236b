namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>What the forward half of a function leaves for its backward half.</summary>
        public sealed class AutogradContext : IDisposable
        {
            private readonly Dictionary<string, object> data = [];
            private List<Tensor> saved = [];

            /// <summary>Keeps the tensors until the graph is gone; they carry no graph themselves.</summary>
            public void save_for_backward(List<Tensor> tensors)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                Dispose();
                saved = [.. tensors.Select(tensor => tensor.detach().DetachFromDisposeScope())];
            }

            public List<Tensor> get_saved_variables() => saved;

            public void save_data(string key, object value) => data[key] = value;

            public object get_data(string key) => data[key];

            public void Dispose()
            {
                saved.ForEach(tensor => tensor.Dispose());
                saved = [];
            }
        }
    }
}

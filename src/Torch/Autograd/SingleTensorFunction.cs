namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>A function of tensors with one result whose gradient is written by hand.</summary>
        /// <typeparam name="T">The function itself.</typeparam>
        public abstract class SingleTensorFunction<T>
            where T : SingleTensorFunction<T>, new()
        {
            private static readonly T Instance = new();

            public abstract string Name { get; }

            /// <summary>The result; records no graph.</summary>
            public abstract Tensor forward(AutogradContext ctx, params object[] vars);

            /// <summary>
            /// The gradient with respect to each of forward's arguments, null where it is no tensor or has none.
            /// </summary>
            public abstract List<Tensor?> backward(AutogradContext ctx, Tensor grad_output);

#pragma warning disable CA1000 // TorchSharp's functions are applied by their type.
            public static Tensor apply(params object[] vars)
#pragma warning restore CA1000
            {
                ArgumentNullException.ThrowIfNull(vars);
                Tensor[] inputs = [.. vars.OfType<Tensor>()];
                var isTensor = Array.ConvertAll(vars, each => each is Tensor);
                var wanted = Node.IsWanted(inputs);
                var context = new AutogradContext();
                Tensor result;
                using (no_grad())
                {
                    result = Instance.forward(context, vars);
                }

                if (!wanted)
                {
                    context.Dispose();
                    return result;
                }

                Node.Attach(inputs, result, context, gradient =>
                    [.. Instance.backward(context, gradient).Where((_, i) => i < isTensor.Length && isTensor[i])]);
                return result;
            }
        }
    }
}

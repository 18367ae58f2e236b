using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// Adds the gradients of this scalar (or of its product with <paramref name="grad_tensors"/>) to the leaves'.
        /// </summary>
        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false) =>
            autograd.backward([this], grad_tensors, retain_graph, create_graph);
    }

    /// <summary>Reverse mode differentiation.</summary>
    public static partial class autograd
    {
        /// <summary>
        /// The gradients of the outputs, summed, with respect to the inputs; unused inputs have an invalid one.
        /// </summary>
        public static unsafe IList<Tensor> grad(
            IList<Tensor> outputs,
            IList<Tensor> inputs,
            IList<Tensor>? grad_outputs = null,
            bool retain_graph = false,
            bool create_graph = false,
            bool allow_unused = false)
        {
            ArgumentNullException.ThrowIfNull(outputs);
            ArgumentNullException.ThrowIfNull(inputs);
            var gradients = new nint[inputs.Count];
            fixed (nint* of = Pointers(outputs), seeds = grad_outputs is null ? null : Pointers(grad_outputs))
            fixed (nint* to = Pointers(inputs), found = gradients)
            {
                Shim.Check(Shim.Gradients(
                    of, seeds, outputs.Count, to, inputs.Count, retain_graph || create_graph ? 1 : 0,
                    create_graph ? 1 : 0, allow_unused ? 1 : 0, found));
            }

            return [.. gradients.Select(gradient => new Tensor(gradient))];
        }

        /// <summary>
        /// Adds the gradients of the tensors, summed, to the leaves', or to those of <paramref name="inputs"/> alone.
        /// </summary>
        public static unsafe void backward(
            IList<Tensor> tensors,
            IList<Tensor>? grad_tensors = null,
            bool? retain_graph = null,
            bool create_graph = false,
            IList<Tensor>? inputs = null)
        {
            ArgumentNullException.ThrowIfNull(tensors);
            fixed (nint* of = Pointers(tensors), seeds = grad_tensors is null
                ? null : Pointers(grad_tensors), to = Pointers(inputs ?? []))
            {
                Shim.Check(Shim.Backward(
                    of, seeds, tensors.Count, to, inputs?.Count ?? 0, (retain_graph ?? create_graph) ? 1 : 0,
                    create_graph ? 1 : 0));
            }
        }

        internal static nint[] Pointers(IList<Tensor> tensors) => [.. tensors.Select(tensor => tensor.Pointer)];
    }
}

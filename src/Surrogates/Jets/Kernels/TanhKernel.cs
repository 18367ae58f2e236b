namespace Sci.Surrogates;

/// <summary>
/// A tanh network on a block of jets: one pass forward, one backward, nothing of it leaves the caches.
/// </summary>
internal sealed unsafe class TanhKernel<T, TLanes> : NetworkKernel<T>
    where T : unmanaged
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    private readonly int[] sizes;
    private readonly JetLayout layout;
    private readonly JetPass[] passes;
    private readonly int row;

    /// <param name="sizes">Inputs, widths of the hidden layers, outputs.</param>
    /// <param name="layout">Channels of the jets.</param>
    public TanhKernel(int[] sizes, JetLayout layout)
    {
        (this.sizes, this.layout, passes) = (sizes, layout, JetPass.Of(layout));
        row = layout.Channels * JetProducts<T, TLanes>.Registers * TLanes.Count;
    }

    // Of each hidden layer z and y, and two adjoints of the widest.
    public override int Scratch => ((2 * Hidden) + (2 * sizes.Max())) * row;

    private int Layers => sizes.Length - 1;

    private int Hidden => sizes[1..^1].Sum();

    public override void Forward(T* parameters, T* inputs, T* outputs, T* scratch)
    {
        var input = inputs;
        for (var layer = 0; layer < Layers; layer++)
        {
            var (depth, rows) = (sizes[layer], sizes[layer + 1]);
            var isLast = layer == Layers - 1;
            var z = isLast ? outputs : scratch;
            JetProducts<T, TLanes>.Multiply(
                z, input, parameters, depth, 1, rows, depth, layout.Channels, parameters + (rows * depth));
            if (!isLast)
            {
                input = z + (rows * row);
                TanhJets<T, TLanes>.Forward(z, input, rows, passes);
                scratch += 2 * rows * row;
            }

            parameters += rows * (depth + 1);
        }
    }

    public override void Backward(T* parameters, T* inputs, T* outputAdjoint, T* gradient, T* scratch, T* inputAdjoint)
    {
        var p = Count(Layers);
        var states = scratch + (2 * Hidden * row);
        var adjoint = states;
        var next = states + (sizes.Max() * row);
        var g = outputAdjoint;
        for (var layer = Layers - 1; layer >= 0; layer--)
        {
            var (depth, rows) = (sizes[layer], sizes[layer + 1]);
            p -= rows * (depth + 1);
            if (layer < Layers - 1)
            {
                states -= 2 * rows * row;
                TanhJets<T, TLanes>.Backward(states, states + (rows * row), g, rows, passes);
            }

            var input = layer == 0 ? inputs : states - (depth * row);
            JetProducts<T, TLanes>.Accumulate(gradient + (p * TLanes.Count), g, input, rows, depth, layout.Channels);
            JetProducts<T, TLanes>.AccumulateBias(
                gradient + ((p + (rows * depth)) * TLanes.Count), g, rows, layout.Channels);
            var below = layer == 0 ? inputAdjoint : adjoint;
            if (below is not null)
            {
                JetProducts<T, TLanes>.Multiply(below, g, parameters + p, 1, depth, depth, rows, layout.Channels, null);
            }

            g = adjoint;
            adjoint = next;
            next = g;
        }
    }

    private int Count(int layers)
    {
        var count = 0;
        for (var layer = 0; layer < layers; layer++)
        {
            count += sizes[layer + 1] * (sizes[layer] + 1);
        }

        return count;
    }
}

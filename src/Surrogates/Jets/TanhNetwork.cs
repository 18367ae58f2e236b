using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>A fully connected network: tanh layers of one width, then a linear one.</summary>
/// <remarks>Parameters layer by layer: weights [outputs, inputs] row by row, then biases.</remarks>
public sealed class TanhNetwork : JetNetwork
{
    private readonly int[] sizes;

    /// <summary><paramref name="depth"/> hidden layers of <paramref name="width"/> units.</summary>
    public TanhNetwork(int inputs, int width, int depth, int outputs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        sizes = [inputs, .. Enumerable.Repeat(width, depth), outputs];
    }

    /// <inheritdoc/>
    public override int Inputs => sizes[0];

    /// <inheritdoc/>
    public override int Outputs => sizes[^1];

    /// <inheritdoc/>
    public override int ParameterCount =>
        Enumerable.Range(0, sizes.Length - 1).Sum(layer => sizes[layer + 1] * (sizes[layer] + 1));

    /// <inheritdoc/>
    /// <remarks>Glorot and Bengio (2010): normal weights of variance 2/(inputs + outputs), biases zero.</remarks>
    public override void Initialise(Span<double> parameters, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        for (var layer = 0; layer + 1 < sizes.Length; layer++)
        {
            var weights = parameters[..(sizes[layer] * sizes[layer + 1])];
            random[layer].Normals(weights);
            var deviation = Math.Sqrt(2.0 / (sizes[layer] + sizes[layer + 1]));
            foreach (ref var weight in weights)
            {
                weight *= deviation;
            }

            parameters.Slice(weights.Length, sizes[layer + 1]).Clear();
            parameters = parameters[(weights.Length + sizes[layer + 1])..];
        }
    }

    internal override NetworkKernel<T> Kernel<T>(JetLayout layout) => JetBlock.IsWide
        ? new TanhKernel<T, Lanes512<T>>(sizes, layout)
        : new TanhKernel<T, Lanes256<T>>(sizes, layout);
}

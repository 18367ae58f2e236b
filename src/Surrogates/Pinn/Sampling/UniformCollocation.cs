using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>Latin hypercubes over a box, whatever the residual.</summary>
public sealed record UniformCollocation(Box Box) : ICollocation
{
    /// <inheritdoc/>
    public double[] Draw(int count, Func<double[], double[]> squares, RandomSource random) =>
        Box.LatinHypercube(count, random);
}

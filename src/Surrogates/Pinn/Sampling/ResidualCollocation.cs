using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>Points drawn with density |r|ᵏ/mean|r|ᵏ + c: residual-based adaptive distribution (RAD).</summary>
/// <param name="Box">Where.</param>
/// <param name="Power">k: how strongly large residuals draw.</param>
/// <param name="Constant">c: the share of uniform points; 1 keeps about half.</param>
/// <param name="Candidates">Candidates for each point drawn.</param>
/// <remarks>Wu, Zhu, Tan, Kartha and Lu (2023), doi:10.1016/j.cma.2022.115671, equation 2, k = c = 1 there.</remarks>
public sealed record ResidualCollocation(Box Box, double Power, double Constant, int Candidates) : ICollocation
{
    /// <inheritdoc/>
    public double[] Draw(int count, Func<double[], double[]> squares, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(squares);
        ArgumentNullException.ThrowIfNull(random);
        var candidates = Box.Uniform(count * Candidates, random["candidates"]);
        double[] powers = [.. squares(candidates).Select(square => Math.Pow(square, Power / 2))];
        var mean = powers.Average();
        double[] weights = mean > 0
            && double.IsFinite(mean) ? [.. powers.Select(p => (p / mean) + Constant)] : [.. powers.Select(_ => 1.0)];
        return Choice.Systematic(weights, count, random["choice"])
            .SelectMany(i => candidates.AsSpan(i * Box.Dimension, Box.Dimension).ToArray()).ToArray();
    }
}

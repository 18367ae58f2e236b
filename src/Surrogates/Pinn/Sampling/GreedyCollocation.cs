using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>Keeps its points and adds, each time, those candidates where the residual is largest: RAR.</summary>
/// <param name="box">Where.</param>
/// <param name="added">Points added at each draw after the first.</param>
/// <param name="candidates">Candidates for each point added.</param>
/// <remarks>Lu, Meng, Mao and Karniadakis (2021), doi:10.1137/19M1274067, procedure 3.4.</remarks>
public sealed class GreedyCollocation(Box box, int added, int candidates) : ICollocation
{
    private double[]? points;

    /// <inheritdoc/>
    public double[] Draw(int count, Func<double[], double[]> squares, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(squares);
        ArgumentNullException.ThrowIfNull(random);
        if (points is null)
        {
            return points = box.LatinHypercube(count, random);
        }

        var pool = box.Uniform(added * candidates, random);
        var residuals = squares(pool);
        var worst = Enumerable.Range(0, residuals.Length).OrderByDescending(i => residuals[i]).Take(added);
        return points = [.. points, .. worst.SelectMany(i => pool.AsSpan(i * box.Dimension, box.Dimension).ToArray())];
    }
}

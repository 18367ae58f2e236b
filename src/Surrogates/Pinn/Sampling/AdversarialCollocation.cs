using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>
/// Points drawn from a density that is trained against the network: adversarial adaptive sampling (AAS).
/// </summary>
/// <remarks>
/// The density p, a softmax over equal cells of a two-dimensional box, ascends in ∫ r² p - β ∫ |∇p|², so that it seeks
/// large residuals but stays smooth. Tang, Zhai, Wan and Yang (2024), arXiv:2305.18702, whose densities are flows; on a
/// plane a histogram does the same exactly.
/// </remarks>
/// <param name="box">Where, two coordinates.</param>
/// <param name="cells">Cells along each.</param>
/// <param name="smoothness">β over the mean square of the residual and the area.</param>
/// <param name="uniform">Share of uniform points kept.</param>
public sealed class AdversarialCollocation(Box box, int cells, double smoothness, double uniform) : ICollocation
{
    private const int Ascents = 200;
    private const double Rate = 0.5;
    private const int Probes = 4;

    private readonly double[] logits = new double[cells * cells];

    /// <summary>The density over the mean one, cell by cell, rows along coordinate 1.</summary>
    public double[] Density { get; private set; } = [.. Enumerable.Repeat(1.0, cells * cells)];

    /// <inheritdoc/>
    public double[] Draw(int count, Func<double[], double[]> squares, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(squares);
        ArgumentNullException.ThrowIfNull(random);
        Ascend(CellMeans(squares, random["probes"]));
        var even = (int)(uniform * count);
        var drawn = Choice.Systematic(Density, count - even, random["cells"]);
        var within = random["within"];
        return [.. box.Uniform(even, random["uniform"]), .. drawn.SelectMany(cell => Inside(cell, within))];
    }

    // Mean squared residual of each cell, over that of the box.
    private double[] CellMeans(Func<double[], double[]> squares, RandomSource random)
    {
        var probes = Enumerable.Range(0, Probes * logits.Length).SelectMany(i => Inside(i / Probes, random)).ToArray();
        var values = squares(probes);
        double[] means = [.. Enumerable.Range(
            0, logits.Length).Select(cell => values.AsSpan(cell * Probes, Probes).ToArray().Average())];
        var mean = means.Average();
        return mean > 0 && double.IsFinite(mean) ? [.. means.Select(m => m / mean)] : [.. means.Select(_ => 1.0)];
    }

    private void Ascend(double[] reward)
    {
        for (var step = 0; step < Ascents; step++)
        {
            double[] slope =
                [.. Enumerable.Range(0, logits.Length).Select(cell => reward[cell] + (smoothness * Laplacian(cell)))];
            var mean = slope.Zip(Density, (s, p) => s * p).Sum() / logits.Length;
            var scale = Rate / Math.Max(1, slope.Max(s => Math.Abs(s - mean)));
            for (var cell = 0; cell < logits.Length; cell++)
            {
                logits[cell] += scale * (slope[cell] - mean);
            }

            Normalise();
        }
    }

    private void Normalise()
    {
        var most = logits.Max();
        double[] powers = [.. logits.Select(logit => Math.Exp(logit - most))];
        var sum = powers.Sum();
        Density = [.. powers.Select(power => power * logits.Length / sum)];
    }

    // Five-point Laplacian with nothing flowing out of the box.
    private double Laplacian(int cell)
    {
        var (y, x) = Math.DivRem(cell, cells);
        double At(int i, int j) => Density[(Math.Clamp(i, 0, cells - 1) * cells) + Math.Clamp(j, 0, cells - 1)];
        return At(y - 1, x) + At(y + 1, x) + At(y, x - 1) + At(y, x + 1) - (4 * Density[cell]);
    }

    private double[] Inside(int cell, RandomSource random)
    {
        var (y, x) = Math.DivRem(cell, cells);
        double At(int d, double place) => box.Lower[d] + (place / cells * (box.Upper[d] - box.Lower[d]));
        return [At(0, x + random.Uniform()), At(1, y + random.Uniform())];
    }
}

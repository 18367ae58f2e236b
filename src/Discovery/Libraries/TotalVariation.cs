namespace Sci.Discovery;

/// <summary>
/// Derivatives of least total variation that still fit the samples to their noise: keeps jumps, drops wiggles.
/// </summary>
/// <remarks>
/// Least ½‖y - z‖² + α‖D^(k+1) z‖₁ for the derivative of order k, Rudin, Osher and Fatemi (1992),
/// doi:10.1016/0167-2789(92)90242-F, with α such that ‖y - z‖² = nσ², σ from the median of high differences. The sum of
/// moduli is weighed anew from step to step (lagged diffusivity).
/// </remarks>
public sealed record TotalVariation : ILineDifferentiation
{
    private const int Reweighings = 12;
    private const int Bisections = 14;

    // Differences of this order leave noise alone of smooth samples.
    private const int NoiseOrder = 6;

    /// <inheritdoc/>
    public int Margin => 2;

    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<double> samples, double spacing, int order, bool isPeriodic, Span<double> derivative)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        var line = Continued.Of(samples, isPeriodic);
        var smooth = Fitted(line.Values, order + 1);
        var all = new double[smooth.Length];
        new CentralDifferences(2).Apply(smooth, spacing, order, isPeriodic: false, all);
        all.AsSpan(line.First, samples.Length).CopyTo(derivative);
    }

    private static double[] Fitted(double[] y, int order)
    {
        var variance = NoiseVariance(y);
        var (low, high) = (-12.0, 6.0);
        var scale = Math.Sqrt(variance) + double.Epsilon;
        var best = y;
        for (var step = 0; step < Bisections; step++)
        {
            var middle = 0.5 * (low + high);
            var z = Smoothed(y, order, Math.Pow(10, middle) * scale);
            if (y.Zip(z, (a, b) => (a - b) * (a - b)).Average() > variance)
            {
                high = middle;
            }
            else
            {
                (low, best) = (middle, z);
            }
        }

        return best;
    }

    private static double[] Smoothed(double[] y, int order, double weight)
    {
        var z = y;
        for (var step = 0; step < Reweighings; step++)
        {
            var differences = PenalisedLine.Differences(z, order);
            var small = (1e-3 * differences.Average(Math.Abs)) + 1e-300;
            z = PenalisedLine.Smooth(
                y, order, Array.ConvertAll(differences, d => weight / Math.Sqrt((d * d) + (small * small))));
        }

        return z;
    }

    // |N(0,1)| has the median 0.6745; the k-th difference of white noise the variance C(2k, k)σ².
    private static double NoiseVariance(double[] y)
    {
        double[] sizes = [.. PenalisedLine.Differences(y, NoiseOrder).Select(Math.Abs).Order()];
        var gain = Enumerable.Range(1, NoiseOrder).Aggregate(1.0, (product, i) => product * (NoiseOrder + i) / i);
        var deviation = sizes[sizes.Length / 2] / 0.6745;
        return deviation * deviation / gain;
    }
}

using System.Numerics.Tensors;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>Inflation of the forecast that learns its factor from the innovations, before another analysis.</summary>
/// <remarks>
/// Li, Kalnay and Miyoshi (2009), doi:10.1002/qj.371: λ_o = (dᵀR⁻¹d - p)/tr(R⁻¹HBHᵀ) is an observation of the variance
/// factor λ, with variance 2 (p + λ tr)²/(p tr²) (Miyoshi, 2011, doi:10.1175/2010MWR3570.1), for a scalar Kalman filter
/// whose own variance grows by a fixed factor each time. It remembers, so one serves one run.
/// </remarks>
/// <param name="inner">The analysis that comes after.</param>
/// <param name="deviation">Deviation of λ before the first innovation, which is also the most it may grow to.</param>
public sealed class AdaptivelyInflated(IAnalysis inner, double deviation) : IAnalysis
{
    private const double Growth = 1.03;

    private double variance = deviation * deviation;

    /// <summary>The variance factor λ so far.</summary>
    public double Variance { get; private set; } = 1;

    /// <inheritdoc/>
    public void Update(States ensemble, Observations observations, ReadOnlySpan<double> y, RandomSource random)
    {
        Check.Shapes(ensemble, observations, y);
        if (observations.Count > 0)
        {
            Learn(ensemble, observations, y);
            Spread.Scale(ensemble, Math.Sqrt(Variance));
        }

        inner.Update(ensemble, observations, y, random);
    }

    private void Learn(States ensemble, Observations observations, ReadOnlySpan<double> y)
    {
        using var prior = Prior.Of(ensemble, observations, y);
        double count = observations.Count;
        var trace = TensorPrimitives.SumOfSquares<double>(prior.Y.Values) / (ensemble.Count - 1);
        var seen = (TensorPrimitives.SumOfSquares<double>(prior.Innovation) - count) / trace;
        var total = count + (Variance * trace);
        var error = 2 * total * total / (count * trace * trace);
        variance = Math.Min(deviation * deviation, Growth * variance);
        var gain = variance / (variance + error);
        Variance = Math.Max(0.8, Variance + (gain * (seen - Variance)));
        variance *= 1 - gain;
    }
}

using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>The ensemble transform Kalman filter with the symmetric square root.</summary>
/// <remarks>
/// Draws nothing and keeps the mean exactly. Bishop, Etherton and Majumdar (2001), and Hunt, Kostelich and Szunyogh
/// (2007), doi:10.1016/j.physd.2006.11.008. With more members than observations the same transform is taken in the
/// space of the observations: A - Y (C + √C)⁻¹ YᵀA/(N-1), C = I + YᵀY/(N-1).
/// </remarks>
public sealed record SquareRoot : IAnalysis
{
    /// <inheritdoc/>
    public void Update(States ensemble, Observations observations, ReadOnlySpan<double> y, RandomSource random)
    {
        Check.Shapes(ensemble, observations, y);
        if (observations.Count == 0)
        {
            return;
        }

        using var prior = Prior.Of(ensemble, observations, y);
        if (ensemble.Count <= observations.Count)
        {
            using var weights = Matrix.Rent(ensemble.Count, ensemble.Count);
            EnsembleTransform.Weights(prior.Y, prior.Innovation, weights);
            EnsembleTransform.Apply(weights, ensemble);
        }
        else
        {
            FromObservations(ensemble, prior);
        }
    }

    // Every member moves by (d C⁻¹ - Y (C + √C)⁻¹) G, G = YᵀA/(N-1).
    private static void FromObservations(States ensemble, Prior prior)
    {
        var (members, count) = (prior.Y.Rows, prior.Y.Columns);
        using var cross = Matrix.Rent(count, ensemble.Size);
        using (var anomalies = Anomalies.Of(ensemble))
        {
            Dense.Inner(1.0 / (members - 1), prior.Y, anomalies, cross);
        }

        using var gram = Matrix.Rent(count, count);
        Dense.Gram(1.0 / (members - 1), prior.Y, gram);
        using var spectrum = Spectrum.Of(gram);
        var images = new double[count];
        var pull = spectrum.Project(prior.Innovation);
        for (var k = 0; k < count; k++)
        {
            var c = 1 + Math.Max(0, spectrum.Values[k]);
            images[k] = -1 / (c + Math.Sqrt(c));
            pull[k] /= c;
        }

        spectrum.Compose(images, gram);
        using var departures = Matrix.Rent(members, count);
        Dense.Product(prior.Y, gram, departures);
        spectrum.Combine(pull, prior.Innovation);
        Moments.Shift(departures.Values, 1, prior.Innovation);
        Dense.Add(departures, cross, ensemble);
    }
}

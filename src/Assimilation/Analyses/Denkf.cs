using System.Numerics.Tensors;
using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>The deterministic ensemble Kalman filter: the anomalies move with half the gain.</summary>
/// <remarks>Sakov and Oke (2008), doi:10.1111/j.1600-0870.2007.00299.x: A ← A - ½ K H A, mean ← mean + K d.</remarks>
public sealed record Denkf : IAnalysis
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
        using var gain = Gain.Of(ensemble, observations, prior);
        using var departures = Matrix.Rent(ensemble.Count, observations.Count);
        TensorPrimitives.Multiply(prior.Y.Values, -0.5, departures.Values);
        Moments.Shift(departures.Values, 1, prior.Innovation);
        gain.Move(ensemble, departures);
    }
}

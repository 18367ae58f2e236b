using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>Analysis from the climatology and the newest observations, whatever the forecast says.</summary>
/// <remarks>Each row becomes mean + K (y - H(mean)), K from the background's covariance (Gandin, 1963).</remarks>
/// <param name="Background">Climatological mean and covariance.</param>
public sealed record OptimalInterpolation(Background Background) : IAnalysis
{
    /// <inheritdoc/>
    public void Update(States ensemble, Observations observations, ReadOnlySpan<double> y, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        for (var row = 0; row < ensemble.Count; row++)
        {
            Background.Mean.CopyTo(ensemble[row]);
            Background.Move(ensemble[row], observations, y);
        }
    }
}

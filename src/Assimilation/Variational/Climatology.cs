using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>The climatological mean for every row, whatever is observed: what any analysis must beat.</summary>
/// <param name="Background">Of which the mean is used.</param>
public sealed record Climatology(Background Background) : IAnalysis
{
    /// <inheritdoc/>
    public void Update(States ensemble, Observations observations, ReadOnlySpan<double> y, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        for (var row = 0; row < ensemble.Count; row++)
        {
            Background.Mean.CopyTo(ensemble[row]);
        }
    }
}

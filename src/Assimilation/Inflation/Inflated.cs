using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>Multiplies the anomalies by a factor after another analysis.</summary>
/// <remarks>
/// Anderson and Anderson (1999), doi:10.1175/1520-0493(1999)127&lt;2741:AMCIOT&gt;2.0.CO;2; the variance grows by its
/// square.
/// </remarks>
/// <param name="Inner">The analysis that comes first.</param>
/// <param name="Factor">Of the anomalies.</param>
public sealed record Inflated(IAnalysis Inner, double Factor) : IAnalysis
{
    /// <inheritdoc/>
    public void Update(States ensemble, Observations observations, ReadOnlySpan<double> y, RandomSource random)
    {
        Inner.Update(ensemble, observations, y, random);
        Spread.Scale(ensemble, Factor);
    }
}

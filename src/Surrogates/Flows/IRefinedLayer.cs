namespace Sci.Surrogates;

/// <summary>A residual's squared norm over the weights of a layer.</summary>
public interface IRefinedLayer : IObjective<double>
{
    /// <summary>
    /// What the linear equation would have added to scaled unknowns: the residual in their coordinates, as long as the
    /// norm that is made small.
    /// </summary>
    void Correction(ReadOnlySpan<double> unknowns, Span<double> correction);
}

namespace Sci.Surrogates;

/// <summary>How the weights of a layer are refined.</summary>
public interface IRefinement
{
    /// <summary>
    /// Whether unknowns are scaled so that the linear part of the residual changes alike with all of them; else they
    /// are the weights.
    /// </summary>
    bool IsScaled { get; }

    /// <summary>Makes the norm of the residual small, with at most so many residuals or gradients.</summary>
    void Minimise(IRefinedLayer layer, Span<double> unknowns, int evaluations);
}

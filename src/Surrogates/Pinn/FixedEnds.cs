namespace Sci.Surrogates;

/// <summary>The solution keeps its initial values at both ends.</summary>
public sealed record FixedEnds : LineEnds
{
    /// <inheritdoc/>
    public override Embedding Embedding(double left, double right, double span, int harmonics) =>
        Surrogates.Embedding.Scaled([left, 0], [right, span]);

    /// <inheritdoc/>
    public override Jet Factor(Jet x, double left, double right) =>
        4 / ((right - left) * (right - left)) * ((x + -left) * (right - x));
}

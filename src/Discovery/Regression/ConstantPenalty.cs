namespace Sci.Discovery;

/// <summary>The same price for every term; 0 is plain type-II maximum likelihood.</summary>
/// <param name="Value">Natural logarithm of the odds.</param>
public sealed record ConstantPenalty(double Value) : IPenalty
{
    /// <inheritdoc/>
    public double Of(CompressedDesign design, int column) => Value;

    /// <inheritdoc/>
    public double OfNext(int candidates, int chosen) => 0;
}

namespace Sci.Discovery;

/// <summary>Another penalty, and a little more for every degree and derivative of the term: breaks near-ties.</summary>
/// <param name="Inner">The price of any term.</param>
/// <param name="PerOrder">Natural logarithm of the odds a unit of complexity.</param>
/// <param name="Orders">Complexity of each column, for example polynomial degree plus derivative order.</param>
public sealed record ComplexityPenalty(IPenalty Inner, double PerOrder, IReadOnlyList<int> Orders) : IPenalty
{
    /// <inheritdoc/>
    public double Of(CompressedDesign design, int column) => Inner.Of(design, column) + (PerOrder * Orders[column]);

    /// <inheritdoc/>
    public double OfNext(int candidates, int chosen) => Inner.OfNext(candidates, chosen);
}

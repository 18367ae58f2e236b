namespace Sci.Discovery;

/// <summary>The log evidence that a term must be worth before it is believed.</summary>
/// <remarks>
/// A set of k of M columns costs the sum of its columns' prices and that of <see cref="OfNext"/> over 0 … k - 1 chosen.
/// </remarks>
public interface IPenalty
{
    /// <summary>The price of a column, in natural logarithms of odds.</summary>
    double Of(CompressedDesign design, int column);

    /// <summary>What one more column costs beside its own price because of how many there are.</summary>
    /// <param name="candidates">M, the columns that may come and go.</param>
    /// <param name="chosen">How many of them are in the model before it comes, 0 … M - 1.</param>
    double OfNext(int candidates, int chosen);
}

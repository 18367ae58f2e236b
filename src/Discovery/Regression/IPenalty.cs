namespace Sci.Discovery;

/// <summary>The log evidence that a term must be worth before it is believed.</summary>
public interface IPenalty
{
    /// <summary>The price of a column, in natural logarithms of odds.</summary>
    double Of(CompressedDesign design, int column);
}

namespace Sci.Discovery;

/// <summary>α ← s²/(q² - s), the exact maximum over one precision, or ∞ where q² ≤ s.</summary>
/// <remarks>Faul and Tipping (2002), with the leave-one-out factors s = 1/Σ - α and q = μ/Σ.</remarks>
public sealed record CoordinateOptimum : IPrecisionUpdate
{
    /// <inheritdoc/>
    public double Next(double precision, double mean, double variance)
    {
        var s = Math.Max((1 / variance) - precision, 0);
        var q = mean / variance;
        return q * q > s ? s * s / ((q * q) - s) : double.PositiveInfinity;
    }
}

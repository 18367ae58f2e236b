namespace Sci.Discovery;

/// <summary>
/// κ = ½ ln n + ln M: Schwarz's price of a parameter, and a uniform prior over which of M terms it is.
/// </summary>
/// <remarks>
/// Plain evidence (κ = 0) lets an irrelevant column in whenever χ² &gt; 1, with probability 0.317 whatever the amount
/// of data. Schwarz (1978), doi:10.1214/aos/1176344136.
/// </remarks>
public sealed record InformationPenalty : IPenalty
{
    /// <inheritdoc/>
    public double Of(CompressedDesign design, int column)
    {
        ArgumentNullException.ThrowIfNull(design);
        return (0.5 * Math.Log(Math.Max(design.Rows, 1))) + Math.Log(design.Columns);
    }

    /// <inheritdoc/>
    public double OfNext(int candidates, int chosen) => 0;
}

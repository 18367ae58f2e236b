namespace Sci.Discovery;

/// <summary>
/// ½ k ln n + ln C(M, k) for a set of k of M terms: Schwarz's price of its parameters, and a prior that is uniform over
/// sizes and, among sets of one size, over the sets.
/// </summary>
/// <remarks>
/// With an unknown share of true terms, uniform on [0, 1], a set has the probability 1/((M + 1) C(M, k)); the first
/// term costs ln M as under <see cref="InformationPenalty"/>, the next ln((M - k)/(k + 1)), and k terms together about
/// ln k! less. Scott and Berger (2010), doi:10.1214/10-AOS792; as an information criterion Chen and Chen (2008),
/// doi:10.1093/biomet/asn034, γ = 1.
/// </remarks>
public sealed record MultiplicityPenalty : IPenalty
{
    /// <inheritdoc/>
    public double Of(CompressedDesign design, int column)
    {
        ArgumentNullException.ThrowIfNull(design);
        return 0.5 * Math.Log(Math.Max(design.Rows, 1));
    }

    /// <inheritdoc/>
    public double OfNext(int candidates, int chosen) => Math.Log((double)(candidates - chosen) / (chosen + 1));
}

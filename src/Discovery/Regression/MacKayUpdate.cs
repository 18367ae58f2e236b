namespace Sci.Discovery;

/// <summary>α ← (1 - αΣ)/μ², MacKay's fixed point.</summary>
/// <remarks>MacKay (1992), doi:10.1162/neco.1992.4.3.415; Tipping (2001), equation 16.</remarks>
public sealed record MacKayUpdate : IPrecisionUpdate
{
    /// <inheritdoc/>
    public double Next(double precision, double mean, double variance) => (1 - (precision * variance)) / (mean * mean);
}

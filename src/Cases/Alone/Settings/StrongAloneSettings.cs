using Sci.Discovery;

namespace Sci.Cases;

/// <summary>
/// Derivatives of the data point by point, by central differences of eighth order in time: for clean fields.
/// </summary>
public sealed record StrongAloneSettings : FormSettings
{
    internal override string? Accepts(SeriesInfo info) =>
        info.IsPeriodic ? null : "takes Fourier derivatives: give periodic data, or choose weak";

    internal override IDataForm Form(SeriesInfo info) =>
        new StrongForm(new CentralDifferences(8), new SpectralDerivatives(), Margin: 0);
}

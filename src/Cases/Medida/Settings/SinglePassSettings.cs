namespace Sci.Cases;

/// <summary>Increments regressed once on the library at the analysis time, as in the MEDIDA programs.</summary>
public sealed record SinglePassSettings : DiscoverySettings
{
    /// <summary>How the library's derivatives are taken.</summary>
    public required DerivativeName Derivatives { get; init; }

    /// <summary>What selects the terms.</summary>
    public required RegressionSettings Regression { get; init; }

    internal override string? Accepts(ObservationSettings observations, AssimilationSettings? assimilation) =>
        observations.EveryPoint == 1 ? null : "needs every point observed";
}

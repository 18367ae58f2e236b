namespace Sci.Cases;

/// <summary>Increments regressed once on the library, as in the MEDIDA programs.</summary>
public sealed record SinglePassSettings : DiscoverySettings
{
    /// <summary>How the library's derivatives are taken.</summary>
    public required DerivativeName Derivatives { get; init; }

    /// <summary>Which state the library is evaluated on.</summary>
    public required LibraryTime LibraryAt { get; init; }

    /// <summary>What selects the terms.</summary>
    public required RegressionSettings Regression { get; init; }

    internal override string? Accepts(ObservationPlan observations, AssimilationSettings? assimilation) =>
        observations.SeesEverything || assimilation is CycleSettings ? null : "needs every point observed";
}

namespace Sci.Cases;

/// <summary>Differences of low-passed snapshots regressed on the library: no solver.</summary>
public sealed record BandLimitedSettings : DiscoverySettings
{
    /// <summary>What selects the terms.</summary>
    public required RegressionSettings Regression { get; init; }

    internal override string? Accepts(ObservationPlan observations, AssimilationSettings? assimilation) =>
        NoFilter(assimilation);
}

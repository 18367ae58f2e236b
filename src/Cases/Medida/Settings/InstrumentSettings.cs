namespace Sci.Cases;

/// <summary>
/// Differences of low-passed snapshots on a library whose noise is taken out by instruments: the library between.
/// </summary>
public sealed record InstrumentSettings : DiscoverySettings
{
    /// <summary>What selects the terms.</summary>
    public required RegressionSettings Regression { get; init; }

    internal override string? Accepts(ObservationPlan observations, AssimilationSettings? assimilation) =>
        observations.Times.Count >= 3 ? NoFilter(assimilation) : "needs three snapshots or more in a window";
}

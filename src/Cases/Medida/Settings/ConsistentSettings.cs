using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>
/// Differences from the model's step regressed on that step's response to each coefficient, repeated with what was
/// found.
/// </summary>
public sealed record ConsistentSettings : DiscoverySettings
{
    /// <summary>What selects the terms.</summary>
    public required RegressionSettings Regression { get; init; }

    /// <summary>Most passes.</summary>
    [AtLeast(1)]
    public required int Passes { get; init; }

    internal override string? Accepts(ObservationPlan observations, AssimilationSettings? assimilation) =>
        observations.SeesEverything ? NoFilter(assimilation) : "needs every point observed";
}

using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>The solver in the loop, states and coefficients together.</summary>
public sealed record LoopSettings : DiscoverySettings
{
    /// <summary>Most Gauss-Newton passes at each window length.</summary>
    [AtLeast(1)]
    public required int Passes { get; init; }

    internal override string? Accepts(ObservationSettings observations, AssimilationSettings? assimilation) => NoFilter(assimilation);
}

using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>How the missing terms are found.</summary>
[Variant("single-pass", typeof(SinglePassSettings))]
[Variant("consistent", typeof(ConsistentSettings))]
[Variant("band-limited", typeof(BandLimitedSettings))]
[Variant("instruments", typeof(InstrumentSettings))]
[Variant("weak-form", typeof(WeakFormSettings))]
[Variant("solver-in-the-loop", typeof(LoopSettings))]
[Variant("black-box", typeof(BlackBoxSettings))]
public abstract record DiscoverySettings
{
    /// <summary>The candidates.</summary>
    public required LibrarySettings Library { get; init; }

    /// <summary>What the method cannot make of such observations, or null.</summary>
    internal abstract string? Accepts(ObservationPlan observations, AssimilationSettings? assimilation);

    /// <summary>The complaint of methods that read snapshots, and no analyses.</summary>
    protected static string? NoFilter(AssimilationSettings? assimilation) =>
        assimilation is null ? null : "reads the observations themselves; leave assimilation out";
}

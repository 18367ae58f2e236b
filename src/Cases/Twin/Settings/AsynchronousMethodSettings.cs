using Sci.Assimilation;
using Sci.Cases.Settings;
using Sci.Numerics;
using Setting = Sci.Assimilation.Experiments.Setting;

namespace Sci.Cases;

/// <summary>
/// An ensemble filter that analyses once in several observation times, all observations since taken at their own times.
/// </summary>
public sealed record AsynchronousMethodSettings : FilterMethodSettings
{
    /// <summary>Observation times to an analysis.</summary>
    [AtLeast(1)]
    public required int Window { get; init; }

    internal override ICycle Cycle(Setting setting, States start, RandomSource random) =>
        new AsynchronousCycle(setting.Model, Inflated(setting), setting.StepsBetween, Window, start);

    internal override string? Complaint(TwinSettings settings) =>
        Localises ? "has observations of many times in an analysis; take one that does not localise" : null;
}

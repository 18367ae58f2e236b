using Sci.Assimilation;
using Sci.Numerics;
using Setting = Sci.Assimilation.Experiments.Setting;

namespace Sci.Cases;

/// <summary>An ensemble filter.</summary>
public sealed record EnsembleMethodSettings : FilterMethodSettings
{
    internal override ICycle Cycle(Setting setting, States start, RandomSource random) =>
        new FilterCycle(setting.Model, Inflated(setting), setting.StepsBetween, start);
}

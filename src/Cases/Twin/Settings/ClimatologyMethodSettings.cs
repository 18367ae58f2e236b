using Sci.Assimilation;
using Sci.Numerics;
using Setting = Sci.Assimilation.Experiments.Setting;

namespace Sci.Cases;

/// <summary>The climatological mean, whatever is observed: what any method must beat.</summary>
public sealed record ClimatologyMethodSettings : MethodSettings
{
    internal override int States => 1;

    internal override ICycle Cycle(Setting setting, States start, RandomSource random) =>
        new FilterCycle(setting.Model, new Climatology(setting.Climatology(random)), setting.StepsBetween, start);
}

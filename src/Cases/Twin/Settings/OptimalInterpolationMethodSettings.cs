using Sci.Assimilation;
using Sci.Numerics;
using Setting = Sci.Assimilation.Experiments.Setting;

namespace Sci.Cases;

/// <summary>Analysis from the climatology and the newest observations, whatever the forecast says.</summary>
public sealed record OptimalInterpolationMethodSettings : MethodSettings
{
    internal override int States => 1;

    internal override ICycle Cycle(Setting setting, States start, RandomSource random) =>
        new FilterCycle(
            setting.Model, new OptimalInterpolation(setting.Climatology(random)), setting.StepsBetween, start);
}

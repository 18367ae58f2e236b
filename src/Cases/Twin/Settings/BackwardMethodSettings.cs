using Sci.Assimilation;
using Sci.Numerics;
using Setting = Sci.Assimilation.Experiments.Setting;

namespace Sci.Cases;

/// <summary>
/// An ensemble filter with a pass back over the times just past: the ensemble Rauch-Tung-Striebel smoother.
/// </summary>
public sealed record BackwardMethodSettings : SmootherMethodSettings
{
    internal override ICycle Cycle(Setting setting, States start, RandomSource random) =>
        new BackwardCycle(setting.Model, Inflated(setting), setting.StepsBetween, Lag, start);
}

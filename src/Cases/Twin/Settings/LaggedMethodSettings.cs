using Sci.Assimilation;
using Sci.Numerics;
using Setting = Sci.Assimilation.Experiments.Setting;

namespace Sci.Cases;

/// <summary>
/// An ensemble filter whose analyses, which must not localise, also update the times just past: the ensemble Kalman
/// smoother.
/// </summary>
public sealed record LaggedMethodSettings : SmootherMethodSettings
{
    internal override ICycle Cycle(Setting setting, States start, RandomSource random) =>
        new LaggedCycle(setting.Model, Inflated(setting), setting.StepsBetween, Lag, start);

    internal override string? Complaint(TwinSettings settings) =>
        Analysis is LocalAnalysisSettings
            ? "smooths with one analysis for all times; take one that does not localise" : null;
}

using Sci.Assimilation;
using Sci.Cases.Settings;
using Sci.Numerics;
using Setting = Sci.Assimilation.Experiments.Setting;

namespace Sci.Cases;

/// <summary>Three-dimensional variational analysis: one state, and a share of the climatological covariance.</summary>
public sealed record ThreeDVarMethodSettings : MethodSettings
{
    /// <summary>Share of the climatological covariance that is the background's.</summary>
    [Positive]
    public required double Share { get; init; }

    internal override int States => 1;

    internal override ICycle Cycle(Setting setting, States start, RandomSource random) => new FilterCycle(
        setting.Model, new ThreeDVar(setting.Climatology(random).Scaled(Share)), setting.StepsBetween, start);
}

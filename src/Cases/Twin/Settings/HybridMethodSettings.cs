using Sci.Assimilation;
using Sci.Cases.Settings;
using Sci.Numerics;
using Setting = Sci.Assimilation.Experiments.Setting;

namespace Sci.Cases;

/// <summary>
/// An ensemble filter whose mean moves by a mixture of the ensemble's covariance and the climatological one.
/// </summary>
public sealed record HybridMethodSettings : FilterMethodSettings
{
    /// <summary>Share of the fixed covariance in the mixture.</summary>
    [Between(0, 1)]
    public required double Share { get; init; }

    /// <summary>The fixed covariance as a share of the climatological one.</summary>
    [Positive]
    public required double Scale { get; init; }

    internal override ICycle Cycle(Setting setting, States start, RandomSource random)
    {
        var background = setting.Climatology(random).Scaled(Scale);
        var hybrid = new Hybrid(Analysis.On(setting.Model.Grid), background, Share);
        return new FilterCycle(setting.Model, new Inflated(hybrid, Inflation), setting.StepsBetween, start);
    }
}

using Sci.Assimilation;
using Sci.Cases.Settings;
using Sci.Numerics;
using Setting = Sci.Assimilation.Experiments.Setting;

namespace Sci.Cases;

/// <summary>
/// An ensemble filter whose mean moves by a mixture of the ensemble's covariance and the climatological one.
/// </summary>
public sealed record HybridMethodSettings : MethodSettings
{
    /// <summary>Number of members.</summary>
    [AtLeast(2)]
    public required int Members { get; init; }

    /// <summary>How the members' deviations take observations in.</summary>
    public required AnalysisSettings Analysis { get; init; }

    /// <summary>The anomalies are multiplied by this after each analysis.</summary>
    [Positive]
    public required double Inflation { get; init; }

    /// <summary>Share of the fixed covariance in the mixture.</summary>
    [Between(0, 1)]
    public required double Share { get; init; }

    /// <summary>The fixed covariance as a share of the climatological one.</summary>
    [Positive]
    public required double Scale { get; init; }

    internal override int States => Members;

    internal override ICycle Cycle(Setting setting, States start, RandomSource random) => new FilterCycle(
        setting.Model,
        new Inflated(
            new Hybrid(Analysis.On(setting.Model.Grid), setting.Climatology(random).Scaled(Scale), Share), Inflation),
        setting.StepsBetween,
        start);

    internal override string? Complaint(TwinSettings settings) => null;
}

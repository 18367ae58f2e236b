using Sci.Assimilation;
using Sci.Cases.Settings;
using Sci.Numerics;
using Setting = Sci.Assimilation.Experiments.Setting;

namespace Sci.Cases;

/// <summary>An ensemble filter whose analyses also update the times just past: the ensemble Kalman smoother.</summary>
public sealed record LaggedMethodSettings : MethodSettings
{
    /// <summary>Number of members.</summary>
    [AtLeast(2)]
    public required int Members { get; init; }

    /// <summary>How the members take observations in; one that does not localise.</summary>
    public required AnalysisSettings Analysis { get; init; }

    /// <summary>The anomalies are multiplied by this after each analysis.</summary>
    [Positive]
    public required double Inflation { get; init; }

    /// <summary>Analyses for which a time is updated.</summary>
    [AtLeast(1)]
    public required int Lag { get; init; }

    internal override int States => Members;

    internal override ICycle Cycle(Setting setting, States start, RandomSource random) => new LaggedCycle(
        setting.Model, new Inflated(Analysis.On(setting.Model.Grid), Inflation), setting.StepsBetween, Lag, start);

    internal override string? Complaint(TwinSettings settings) =>
        Analysis is LocalAnalysisSettings
            ? "smooths with one analysis for all times; take one that does not localise" : null;
}

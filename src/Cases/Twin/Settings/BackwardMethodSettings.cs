using Sci.Assimilation;
using Sci.Cases.Settings;
using Sci.Numerics;
using Setting = Sci.Assimilation.Experiments.Setting;

namespace Sci.Cases;

/// <summary>
/// An ensemble filter with a pass back over the times just past: the ensemble Rauch-Tung-Striebel smoother.
/// </summary>
public sealed record BackwardMethodSettings : MethodSettings
{
    /// <summary>Number of members.</summary>
    [AtLeast(2)]
    public required int Members { get; init; }

    /// <summary>How the members take observations in.</summary>
    public required AnalysisSettings Analysis { get; init; }

    /// <summary>The anomalies are multiplied by this after each analysis.</summary>
    [Positive]
    public required double Inflation { get; init; }

    /// <summary>Analyses over which the pass goes back.</summary>
    [AtLeast(1)]
    public required int Lag { get; init; }

    internal override int States => Members;

    internal override ICycle Cycle(Setting setting, States start, RandomSource random) => new BackwardCycle(
        setting.Model, new Inflated(Analysis.On(setting.Model.Grid), Inflation), setting.StepsBetween, Lag, start);

    internal override string? Complaint(TwinSettings settings) => null;
}

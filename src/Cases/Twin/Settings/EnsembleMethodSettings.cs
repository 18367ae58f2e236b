using Sci.Assimilation;
using Sci.Cases.Settings;
using Sci.Numerics;
using Setting = Sci.Assimilation.Experiments.Setting;

namespace Sci.Cases;

/// <summary>An ensemble filter.</summary>
public sealed record EnsembleMethodSettings : MethodSettings
{
    /// <summary>Number of members.</summary>
    [AtLeast(2)]
    public required int Members { get; init; }

    /// <summary>How the members take observations in.</summary>
    public required AnalysisSettings Analysis { get; init; }

    /// <summary>The anomalies are multiplied by this after each analysis.</summary>
    [Positive]
    public required double Inflation { get; init; }

    internal override int States => Members;

    internal override ICycle Cycle(Setting setting, States start, RandomSource random) => new FilterCycle(
        setting.Model, new Inflated(Analysis.On(setting.Model.Grid), Inflation), setting.StepsBetween, start);

    internal override string? Complaint(TwinSettings settings) => null;
}

using Sci.Assimilation;
using Sci.Cases.Settings;
using Setting = Sci.Assimilation.Experiments.Setting;

namespace Sci.Cases;

/// <summary>Members, and how they take observations in.</summary>
public abstract record FilterMethodSettings : MethodSettings
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

    /// <summary>Whether the analysis depends on where the values of the state are.</summary>
    private protected bool Localises =>
        Analysis is LocalAnalysisSettings or SerialAnalysisSettings { HalfWidth: not null };

    /// <summary>The analysis with its inflation.</summary>
    internal Inflated Inflated(Setting setting) => new(Analysis.On(setting.Model.Grid), Inflation);
}

using Sci.Assimilation;

namespace Sci.Cases;

/// <summary>The diagnostics of one run; those of a spread are left out where there is one state.</summary>
internal sealed class TwinWatch
{
    private readonly int states;
    private readonly Scores forecast = new();
    private readonly Scores analysis = new();
    private readonly Scores smoothed = new();
    private readonly RankedProbability forecastScores = new();
    private readonly RankedProbability analysisScores = new();
    private readonly RankHistogram ranks;
    private readonly PointCoverage coverage;
    private readonly ReducedVariable reduced = new();
    private readonly LastState last;

    public TwinWatch(int states, Action shown)
    {
        this.states = states;
        (ranks, coverage, last) = (new RankHistogram(states), new PointCoverage(states), new LastState(shown));
        Consistency = states > 1 ? new Consistency() : null;
    }

    public IReadOnlyList<IDiagnostic> Forecast => [forecast, forecastScores];

    public IReadOnlyList<IDiagnostic> Analysis =>
        states > 1 ? [analysis, analysisScores, ranks, coverage, reduced, last] : [analysis, analysisScores, last];

    public IReadOnlyList<IDiagnostic> Smoothed => [smoothed];

    public Consistency? Consistency { get; }

    public TwinOutcome Outcome() => new()
    {
        ForecastErrors = [.. forecast.Errors],
        AnalysisErrors = [.. analysis.Errors],
        ForecastSpreads = [.. forecast.Spreads],
        AnalysisSpreads = [.. analysis.Spreads],
        ForecastScores = [.. forecastScores.Scores],
        AnalysisScores = [.. analysisScores.Scores],
        SmoothedErrors = [.. smoothed.Errors],
        Ranks = ranks.Counts.ToArray(),
        Nearer = coverage.Counts.ToArray(),
        Reduced = states > 1 ? (reduced.Mean, reduced.Deviation) : (double.NaN, double.NaN),
        Innovations = Consistency is { } shown
            ? (shown.ChiSquare, shown.ObservationVariance, shown.ForecastVariance)
            : (double.NaN, double.NaN, double.NaN),
        Last = last.Value(),
    };
}

namespace Sci.Cases;

/// <summary>The figures of a filter with a network: medians over the networks.</summary>
internal static class SurrogateFilterMetrics
{
    public const string SolverAnalysis = "rmse_analysis_solver";
    public const string Microseconds = Metric.Microseconds;
    public const string SolverMicroseconds = $"{Metric.Microseconds}_solver";
    private const string SolverForecast = "rmse_forecast_solver";
    private const string SolverSpread = "spread_analysis_solver";

    /// <summary>What a figure is, in words; null for another's.</summary>
    public static string? Meaning(string metric) => metric switch
    {
        Metric.RmseForecast => "error of the network's forecasts in the filter",
        Metric.RmseAnalysis => "error of the analyses with the network",
        Metric.SpreadAnalysis => "their spread",
        SolverForecast => "error of the solver's forecasts in the same filter",
        SolverAnalysis => "error of the analyses with the solver",
        SolverSpread => "their spread",
        Microseconds => "µs that the network takes from one analysis to the next, a member",
        SolverMicroseconds => "µs that the solver takes",
        _ => null,
    };

    /// <summary>The result with them.</summary>
    public static ExperimentResult With(
        ExperimentResult result, IReadOnlyList<SurrogateFilters> filters, (double Network, double Solver) speed)
    {
        double Median(Func<SurrogateFilters, IReadOnlyList<double>> of) =>
            filters.Select(each => of(each).Average()).Order().ElementAt(filters.Count / 2);
        return result
            .With(Metric.RmseForecast, Median(each => each.Network.ForecastErrors))
            .With(Metric.RmseAnalysis, Median(each => each.Network.AnalysisErrors))
            .With(Metric.SpreadAnalysis, Median(each => each.Network.AnalysisSpreads))
            .With(SolverForecast, Median(each => each.Solver.ForecastErrors))
            .With(SolverAnalysis, Median(each => each.Solver.AnalysisErrors))
            .With(SolverSpread, Median(each => each.Solver.AnalysisSpreads))
            .With(Microseconds, speed.Network)
            .With(SolverMicroseconds, speed.Solver);
    }
}

using Sci.Assimilation;

namespace Sci.Cases;

/// <summary>Puts the figures of a twin experiment together.</summary>
internal static class TwinMetrics
{
    /// <summary>
    /// 95 % half-width of the error of the analysis: over the runs, or from batch means where there is one.
    /// </summary>
    public const string HalfWidth = "rmse_analysis_half_width";

    /// <summary>Median error over pieces of the reference's length.</summary>
    public const string Typical = "rmse_typical";

    /// <summary>Share of those pieces with more than twice that: the truth was lost.</summary>
    public const string Lost = "lost";

    /// <summary>Error in the literature.</summary>
    public const string Published = "published";

    /// <summary>Mean error of an independent program, and the interval that holds 95 % of its runs.</summary>
    public const string Independent = "independent";

    public const string IndependentLow = "independent_low";

    public const string IndependentHigh = "independent_high";

    /// <summary>1 where the typical error lies in that interval, else 0.</summary>
    public const string Within = "within_reference";

    // Where no reference says how long its runs are.
    private const int UsualLength = 1000;

    public static ExperimentResult Of(string name, TwinSettings settings, IReadOnlyList<TwinOutcome> outcomes)
    {
        var metrics = new OrderedDictionary<string, double>();
        Errors(metrics, outcomes);
        Pieces(metrics, settings.Reference, outcomes);
        if (outcomes[0].IsEnsemble)
        {
            Reliability(metrics, outcomes);
        }

        if (double.IsFinite(outcomes[0].Parameter.Mean))
        {
            metrics["parameter"] = outcomes.Average(o => o.Parameter.Mean);
            metrics["parameter_deviation"] = outcomes.Average(o => o.Parameter.Deviation);
        }

        metrics[Metric.Samples] = settings.Analyses;
        metrics["runs"] = settings.Seeds;
        metrics[Metric.RatioObserved] =
            settings.Observations.Places.On(settings.System.Grid, settings.System.Fields, 1)(0).Count
            / (double)(settings.System.Grid.Points * settings.System.Fields);
        return new ExperimentResult(name, 0, metrics, new FoundEquation("", "", ""), []);
    }

    /// <summary>A metric in words.</summary>
    public static string Meaning(string metric) => metric switch
    {
        Metric.RmseAnalysis => "root mean square error of the analysis, mean over times and runs",
        HalfWidth => "95 % confidence of it, to either side",
        Metric.RmseForecast => "the same of the forecast",
        "rmse_smoothed" => "the same of the smoothed states",
        Metric.SpreadAnalysis => "spread of the members, analysis",
        "spread_forecast" => "spread of the members, forecast",
        "crps_analysis" => "continuous ranked probability score, analysis",
        "crps_forecast" => "continuous ranked probability score, forecast",
        Typical => "median error of the analysis over pieces of the reference's length",
        Lost => "share of those pieces with more than twice that error",
        Published => "error of the analysis in the literature",
        Independent => "mean over the runs of an independent program",
        IndependentLow => "95 % of its runs lie above this",
        IndependentHigh => "and below this",
        Within => "whether the median lies in that interval",
        "rcrv_mean" => "bias of the analysis in units of the spread",
        "rcrv_deviation" => "error over spread, 1 for a reliable ensemble",
        "chi_square" => "innovations over their expected size, variances; 1 for a consistent filter",
        "desroziers_observation" => "observation error variance that the innovations show over the assumed one",
        "desroziers_forecast" => "forecast variance that the innovations show over the ensemble's",
        "tarp_excess" => "largest distance of coverage from credibility; negative where the members spread too little",
        "rank_edges" =>
            "share of the truths outside all members, times half the number of ranks; 1 for a reliable ensemble",
        "parameter" => "estimate of the model's parameter at the last time, mean over runs",
        "parameter_deviation" => "deviation of the members' estimates of it",
        Metric.Samples => "analyses of each run after burn-in",
        "runs" => "runs",
        Metric.RatioObserved => "observations over values of the state",
        _ => metric,
    };

    private static void Errors(OrderedDictionary<string, double> metrics, IReadOnlyList<TwinOutcome> outcomes)
    {
        var analysis = Interval(outcomes, o => o.AnalysisErrors);
        metrics[Metric.RmseAnalysis] = analysis.Mean;
        metrics[HalfWidth] = analysis.HalfWidth;
        metrics[Metric.RmseForecast] = Mean(outcomes, o => o.ForecastErrors);
        if (outcomes[0].SmoothedErrors.Length > 0)
        {
            metrics["rmse_smoothed"] = Mean(outcomes, o => o.SmoothedErrors);
        }

        metrics[Metric.SpreadAnalysis] = Mean(outcomes, o => o.AnalysisSpreads);
        metrics["spread_forecast"] = Mean(outcomes, o => o.ForecastSpreads);
        metrics["crps_analysis"] = Mean(outcomes, o => o.AnalysisScores);
        metrics["crps_forecast"] = Mean(outcomes, o => o.ForecastScores);
    }

    private static void Pieces(
        OrderedDictionary<string, double> metrics, ReferenceSettings? reference, IReadOnlyList<TwinOutcome> outcomes)
    {
        var all = outcomes[0].AnalysisErrors.Length;
        var length = PieceLength(reference, all);
        double[] pieces = [.. outcomes
            .SelectMany(o => o.AnalysisErrors.Chunk(length)).Where(piece => piece.Length == length).Select(piece => piece.Average()).Order()];
        var typical = (pieces[pieces.Length / 2] + pieces[(pieces.Length - 1) / 2]) / 2;
        metrics[Typical] = typical;
        metrics[Lost] = pieces.Count(error => error > 2 * typical) / (double)pieces.Length;
        if (reference?.Published is { } published)
        {
            metrics[Published] = published;
        }

        if (reference?.Runs() is { } runs)
        {
            metrics[Independent] = runs.Mean;
            metrics[IndependentLow] = runs.Mean - runs.HalfWidth;
            metrics[IndependentHigh] = runs.Mean + runs.HalfWidth;
            if (all >= reference.Analyses)
            {
                metrics[Within] = Math.Abs(typical - runs.Mean) <= runs.HalfWidth ? 1 : 0;
            }
        }
    }

    /// <summary>Analyses of a piece: as many as a run of the reference has, or all where ours are shorter.</summary>
    public static int PieceLength(ReferenceSettings? reference, int analyses) =>
        Math.Min(reference?.Analyses ?? UsualLength, analyses);

    private static void Reliability(OrderedDictionary<string, double> metrics, IReadOnlyList<TwinOutcome> outcomes)
    {
        metrics["rcrv_mean"] = outcomes.Average(o => o.Reduced.Mean);
        metrics["rcrv_deviation"] = outcomes.Average(o => o.Reduced.Deviation);
        metrics["chi_square"] = outcomes.Average(o => o.Innovations.ChiSquare);
        metrics["desroziers_observation"] = outcomes.Average(o => o.Innovations.Observation);
        metrics["desroziers_forecast"] = outcomes.Average(o => o.Innovations.Forecast);
        metrics["tarp_excess"] = PointCoverage.Excess(Sum(outcomes, o => o.Nearer));
        var ranks = Sum(outcomes, o => o.Ranks);
        metrics["rank_edges"] = (ranks[0] + ranks[^1]) * ranks.Length / (2.0 * ranks.Sum());
    }

    /// <summary>Counts over all runs.</summary>
    public static long[] Sum(IReadOnlyList<TwinOutcome> outcomes, Func<TwinOutcome, long[]> counts) =>
        [.. Enumerable.Range(0, counts(outcomes[0]).Length).Select(i => outcomes.Sum(o => counts(o)[i]))];

    private static double Mean(IReadOnlyList<TwinOutcome> outcomes, Func<TwinOutcome, double[]> series) =>
        outcomes.Average(o => series(o).Average());

    private static Interval Interval(IReadOnlyList<TwinOutcome> outcomes, Func<TwinOutcome, double[]> series) =>
        outcomes.Count > 1
        ? Assimilation.Interval.Of([.. outcomes.Select(o => series(o).Average())])
        : Assimilation.Interval.OfSeries(series(outcomes[0]));
}

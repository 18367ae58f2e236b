using Sci.Cases.Figures;
using Sci.Cases.Reports;
using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Writes the report of a closure.</summary>
internal static class ClosureReport
{
    private static readonly string[] Limits =
    [
        "(M) The effect of the fast variables is no function of the slow ones at the same time: what is left has "
        + "memory and chance, which no such closure has.",
        "(M) A forecast is lost at the rate of the system's own error growth, however good the closure.",
        "(C) On the longer ring the kernels of the network end half a period of the trained ring from their middle.",
    ];

    /// <summary>The result in a sentence.</summary>
    public static string Sentence(IReadOnlyDictionary<string, double> metrics) => FormattableString.Invariant(
        $"The network leaves {metrics["mse_ratio"]:0.00} of the polynomial's squared error; its forecasts hold {metrics["horizon_network"]:0.00} against {metrics["horizon_polynomial"]:0.00}.");

    public static void Write(
        ExperimentRun<ClosureSettings> run, ExperimentResult result, TrainedNetwork network, ClosureTests tests)
    {
        var settings = run.Experiment.Settings;
        var figures = new FigureFolder(Path.Combine(run.Output, "figures"));
        Report.Write(run.Output, new ReportModel
        {
            Title = $"{settings.Title}: {run.Experiment.Name}",
            Sentence = Sentence(result.Metrics),
            Equations = [],
            Metrics = [.. result.Metrics.Select(
                pair => new ReportMetric(pair.Key, pair.Key.Replace('_', ' '), pair.Value, ""))],
            Terms = [],
            Sections =
            [
                new("Training", [], [figures.Draw(SurrogateReport.Curve(network.Curve))]),
                new(
                    "Forecasts",
                    [$"On {settings.System.Slow} and on {settings.System.Slow * settings.Longer} slow variables."],
                    [figures.Draw(Leads("forecasts", tests.Trained, settings.Forecast)),
                        figures.Draw(Leads("longer_forecasts", tests.Longer, settings.Forecast))]),
                .. Verdict.Section(run, result),
            ],
            Settings = SettingsText.Yaml(settings),
            Limits = Limits,
            Notices = [.. figures.Notices],
        });
    }

    private static Curves Leads(string name, IReadOnlyList<ClosureScore> scores, ClosureForecastSettings forecast)
    {
        double[] leads = [.. Enumerable.Range(0, forecast.Leads).Select(lead => lead * forecast.Every)];
        return new Curves(
            name,
            "Mean correlation of the forecasts' anomalies with the truth's.",
            FigureAxis.Linear("lead time"),
            FigureAxis.Linear("correlation"),
            [
                .. scores.Select(score => Series.Of(score.Name, leads, score.Correlation)),
                Series.Reference("lost", [0, leads[^1]], [forecast.Correlation, forecast.Correlation]),
            ]);
    }
}

using System.Globalization;
using Sci.Cases.Figures;
using Sci.Cases.Reports;
using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Writes the report of a filter over observations from a file.</summary>
internal static class FilterReport
{
    private static readonly string[] Limits =
    [
        "(M) Without a truth the errors are known only through the innovations, which "
        + "cannot tell a biased model from biased observations.",
        "(C) The system's first field on a periodic line, errors independent.",
    ];

    /// <summary>The result in one sentence.</summary>
    public static string Sentence(FilterOutcome outcome) => string.Create(
        CultureInfo.InvariantCulture,
        $"{outcome.Times.Length} analyses; the innovations are {outcome.ChiSquare:g3} times as large as they should be "
        + $"(variances), 1 for a consistent filter.");

    public static void Write(ExperimentRun<FilterSettings> run, ExperimentResult result, FilterOutcome outcome)
    {
        var settings = run.Experiment.Settings;
        var figures = new FigureFolder(Path.Combine(run.Output, "figures"));
        string[] warnings = [.. outcome.Looks.Warnings(null, settings.System.Grid, settings.System.TimeStep)];
        DrawnFigure[] drawn = [figures.Draw(Innovations(outcome)), figures.Draw(Final(settings, outcome))];
        Report.Write(run.Output, new ReportModel
        {
            Title = $"{settings.Title}: {run.Experiment.Name}",
            Sentence = Sentence(outcome),
            Equations = [],
            Metrics = [.. result.Metrics.Select(
                pair => new ReportMetric(pair.Key, Meaning(pair.Key), pair.Value, ""))],
            Terms = [],
            Sections = [new ReportSection("Course", [], drawn)],
            Settings = SettingsText.Yaml(settings),
            Limits = Limits,
            Notices = [.. figures.Notices, .. warnings],
        });
        Array.ForEach(warnings, run.Progress.Note);
    }

    private static string Meaning(string metric) => metric switch
    {
        "innovation" => "root mean square of observed minus forecast, in units of the errors",
        "expected_innovation" => "what it should be by spread and errors",
        Metric.Samples => "analyses",
        _ => TwinMetrics.Meaning(metric),
    };

    private static Curves Innovations(FilterOutcome outcome) => new(
        "innovations",
        "Observed minus forecast at each time, and what it should be by spread and errors.",
        FigureAxis.Linear("time"),
        FigureAxis.Linear("root mean square in units of the errors"),
        [Series.Of("innovation", outcome.Times, outcome.Innovations), Series.Reference(
            "expected", outcome.Times, outcome.Expected)]);

    private static Curves Final(FilterSettings settings, FilterOutcome outcome)
    {
        var x = settings.System.Grid.Axes[0].Coordinates();
        double[] First(Sci.Numerics.States rows) => rows[rows.Count - 1][..x.Length].ToArray();
        return new Curves(
            "final", "The analysis at the last time.", FigureAxis.Linear("x"),
            FigureAxis.Linear(settings.System.Names[0]),
            [Series.Of("analysis", x, First(outcome.Means)), Series.Of(
                "deviation of the members", x, First(outcome.Deviations))]);
    }
}

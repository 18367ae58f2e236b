using System.Globalization;
using Sci.Cases.Figures;
using Sci.Cases.Reports;
using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Writes the report of a twin experiment.</summary>
internal static class TwinReport
{
    private static readonly string[] Limits =
    [
        "(M) A filter tuned to the edge loses the truth now and then; then the mean over "
        + "all times says little, the median over pieces more.",
        "(M) Means of a single run scatter by 2 to 5 % over 1000 analyses.",
        "(C) The model that forecasts is the one that makes the truth: no model error.",
        "(C) The errors of the observations are independent, and the filter is told their variance.",
    ];

    /// <summary>The result in one sentence.</summary>
    public static string Sentence(ExperimentResult result)
    {
        var text = $"The error of the analysis is {Numbers.Measured(result.Metrics[Metric.RmseAnalysis], result.Metrics[TwinMetrics.HalfWidth])}";
        if (result.Metrics.TryGetValue(TwinMetrics.Published, out var published))
        {
            text += $"; published is {Text(published)}";
        }

        if (result.Metrics.TryGetValue(TwinMetrics.Independent, out var independent))
        {
            text += $"; an independent program reached {Text(independent)} "
                + $"({Text(result.Metrics[TwinMetrics.IndependentLow])} to "
                + $"{Text(result.Metrics[TwinMetrics.IndependentHigh])}), "
                + $"ours in runs of that length {Text(result.Metrics[TwinMetrics.Typical])}";
        }

        return text + ".";
    }

    public static void Write(
        ExperimentRun<TwinSettings> run, ExperimentResult result, IReadOnlyList<TwinOutcome> outcomes)
    {
        var settings = run.Experiment.Settings;
        var figures = new TwinFigures(settings, outcomes, new FigureFolder(Path.Combine(run.Output, "figures")));
        var sections = new List<ReportSection> { Comparison(settings, result), Course(settings, figures) };
        if (outcomes[0].IsEnsemble)
        {
            sections.Add(new ReportSection(
                "Reliability", ["Whether truth and members could be draws of one distribution."],
                [.. figures.Reliability()]));
        }

        sections.AddRange(Verdict.Section(run, result));
        string[] warnings = [.. Warnings(settings, result, outcomes)];
        Report.Write(run.Output, new ReportModel
        {
            Title = $"{settings.Title}: {run.Experiment.Name}",
            Sentence = Sentence(result),
            Equations = [],
            Metrics = [.. result.Metrics.Select(
                pair => new ReportMetric(pair.Key, TwinMetrics.Meaning(pair.Key), pair.Value, ""))],
            Terms = [],
            Sections = sections,
            Settings = SettingsText.Yaml(settings),
            Limits = Limits,
            Notices = [.. figures.Notices, .. warnings],
        });
        Array.ForEach(warnings, run.Progress.Note);
    }

    private static ReportSection Comparison(TwinSettings settings, ExperimentResult result)
    {
        string Of(string metric) => result.Metrics.TryGetValue(metric, out var value) ? Text(value) : "–";
        var length = TwinMetrics.PieceLength(settings.Reference, settings.Analyses);
        var rows = new List<IReadOnlyList<string>>
        {
            new[] { $"ours, {settings.Seeds} runs of {settings.Analyses} analyses", Of(Metric.RmseAnalysis), $"± {Of(TwinMetrics.HalfWidth)}" },
            new[] { $"ours, pieces of {length} analyses", Of(TwinMetrics.Typical), "median" },
        };
        if (settings.Reference is { } reference)
        {
            rows.Add(["published", Of(TwinMetrics.Published), ""]);
            rows.Add(
            [
                $"independent program, {reference.Independent.Count} runs of {reference.Analyses} analyses",
                Of(TwinMetrics.Independent),
                $"{Of(TwinMetrics.IndependentLow)} to {Of(TwinMetrics.IndependentHigh)}",
            ]);
        }

        string[] source = settings.Reference is { } cited ? [$"Reference: {cited.Source}."] : [];
        return new ReportSection("Comparison", source, []) { Tables = [new ReportTable(["", "error of the analysis", "95 %"], rows)] };
    }

    private static ReportSection Course(TwinSettings settings, TwinFigures figures)
    {
        var count = settings.Observations.Places.On(settings.System.Grid, settings.System.Fields, 1)(0).Count;
        var text = $"{count} observations every {Text(settings.Observations.Every)} time units, errors of variance {Text(settings.Observations.Variance)}.";
        return new ReportSection("Course", [text], [.. figures.Course()]);
    }

    private static IEnumerable<string> Warnings(
        TwinSettings settings, ExperimentResult result, IReadOnlyList<TwinOutcome> outcomes)
    {
        var model = settings.Model ?? settings.System;
        var looks = MemberLooks.Of(outcomes.Select(outcome => outcome.Looks));
        foreach (var warning in looks.Warnings(settings.Watch, model.Grid, model.TimeStep))
        {
            yield return warning;
        }

        if (result.Metrics[TwinMetrics.Lost] is > 0 and var lost)
        {
            yield return $"In {lost.ToString("P1", CultureInfo.InvariantCulture)} of the pieces the error is more than twice the median: the truth was lost.";
        }
    }

    private static string Text(double value) => value.ToString("g3", CultureInfo.InvariantCulture);
}

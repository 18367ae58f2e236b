using System.Globalization;
using Sci.Cases.Figures;
using Sci.Cases.Reports;
using Sci.Cases.Settings;
using Sci.Discovery;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Writes the report of discovery from data alone.</summary>
internal static class AloneReport
{
    private static readonly string[] Limits =
    [
        "(M) A term is found only if the library holds it, and told from another only if the data tell them apart.",
        "(M) Deviations are those of the terms that were chosen; they do not cover a choice that is wrong.",
        "(C) Equal spacing in time and space; a line, a box or none.",
    ];

    public static void Write(
        ExperimentRun<AloneSettings> run, ExperimentResult result, FieldSeries data, AloneOutcome outcome)
    {
        var settings = run.Experiment.Settings;
        var figures = new FigureFolder(Path.Combine(run.Output, "figures"));
        var truth = settings.TruthOf(settings.Data.Info(run.CaseFolder));
        var sections = new List<ReportSection> { Data(data, figures), Found(outcome, truth, figures) };
        sections.AddRange(Verdict.Section(run, result));

        Report.Write(run.Output, new ReportModel
        {
            Title = $"{settings.Title}: {run.Experiment.Name}",
            Sentence = $"The data follow {string.Join(" and ", outcome.Findings.Select(AloneResult.Text))}.",
            Equations =
            [
                .. outcome.Findings.Select(finding => new ReportEquation(
                    "discovered", AloneResult.Text(finding), $@"{Term.Parse(finding.Field).ToLatex()}_{{t}} = {finding.Equation.ToLatex()}")),
            ],
            Metrics = [.. result.Metrics.Select(
                pair => new ReportMetric(pair.Key, AloneResult.Meaning(pair.Key), pair.Value, ""))],
            Terms = [.. outcome.Findings.SelectMany(finding => Coefficients(finding, truth))],
            Sections = sections,
            Settings = SettingsText.Yaml(settings),
            Limits = Limits,
            Notices = [.. figures.Notices, .. outcome.Findings.SelectMany(
                finding => finding.Warnings.Select(warning => $"{finding.Field}: {warning}"))],
        });
    }

    private static List<Coefficient> Coefficients(
        AloneFinding finding, IReadOnlyDictionary<string, IReadOnlyList<WeightedTerm>> truth)
    {
        var right = truth.GetValueOrDefault(finding.Field) ?? [];
        return
        [
            .. finding.Terms.Select((term, i) => new Coefficient(
                $"{finding.Field}_t: {term.Term}", term.Coefficient, finding.Deviations[i],
                right.FirstOrDefault(each => each.Term == term.Term)?.Coefficient ?? 0)),
            .. right.Where(each => finding.Terms.All(term => term.Term != each.Term))
                .Select(each => new Coefficient($"{finding.Field}_t: {each.Term}", 0, 0, each.Coefficient)),
        ];
    }

    private static ReportSection Data(FieldSeries data, FigureFolder figures)
    {
        var end = data.TimeSpacing * (data.Times - 1);
        var axis = data.Grid.Axes[^1];
        var drawn = data.Grid.Dimensions == 2 ? figures.Draw(Maps(data)) : data.Points == 1
            ? figures.Draw(new Curves(
                "data", "The data, without the noise that is added.", FigureAxis.Linear("time"),
                FigureAxis.Linear("value"),
                [.. data.Fields.Select(field => Series.Of(field, [.. Enumerable.Range(0, data.Times).Select(i => i * data.TimeSpacing)], data[field].Values.ToArray()))]))
            : figures.Draw(new FieldImages(
                "data", "The data, without the noise that is added.",
                new Extent("x", axis.Origin, axis.Origin + axis.Length), new Extent("time", 0, end),
                string.Join(", ", data.Fields), false,
                [.. data.Fields.Select(field => new Panel(field, data[field]))]));
        return new ReportSection(
            "Data", [string.Create(CultureInfo.InvariantCulture, $"{data.Times} observations every {data.TimeSpacing:g4} time units at {data.Points} points.")], [drawn]);
    }

    // The first field, where it begins and where it ends.
    private static FieldImages Maps(FieldSeries data)
    {
        var (field, x, y) = (data.Fields.First(), data.Grid.Axes[1], data.Grid.Axes[0]);
        return new FieldImages(
            "data", $"{field} in the first and in the last observation, without the noise that is added.",
            new Extent("x", x.Origin, x.Origin + x.Length), new Extent("y", y.Origin, y.Origin + y.Length), field, true,
            [.. new[] { 0, data.Times - 1 }.Select(time => new Panel(
                FormattableString.Invariant($"time {time * data.TimeSpacing:g4}"),
                new States(y.Points, x.Points, data[field][time].ToArray())))]);
    }

    private static ReportSection Found(
        AloneOutcome outcome, IReadOnlyDictionary<string, IReadOnlyList<WeightedTerm>> truth, FigureFolder figures)
    {
        var drawn = new List<DrawnFigure>();
        foreach (var finding in outcome.Findings)
        {
            if (Coefficients(finding, truth) is { Count: > 0 } coefficients)
            {
                drawn.Add(figures.Draw(new CoefficientBars(
                    $"coefficients-{finding.Field}",
                    $"Coefficients of {finding.Field}_t, two standard deviations to each side.", coefficients)));
            }

            if (finding.Path.Count > 1)
            {
                drawn.Add(figures.Draw(new EvidencePath(
                    $"path-{finding.Field}",
                    $"{finding.Field}_t: what each further term brings: log evidence above, residual below.",
                    [.. finding.Path.Select(model => new EvidenceStep((int)model[0], model[1], model[2]))], finding.Terms.Count)));
            }
        }

        string[] draws = outcome.Exact.Count > 1
            ? [$"Over {outcome.Exact.Count} draws of the noise all equations had exactly the true terms {outcome.Exact.Count(share => share == 1)} times."]
            : [];
        return new ReportSection("Discovery", draws, drawn);
    }
}

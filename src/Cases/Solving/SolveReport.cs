using Sci.Cases.Figures;
using Sci.Cases.Reports;
using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Writes the report of a run.</summary>
internal static class SolveReport
{
    private static readonly string[] Limits =
    [
        "(M) A chaotic run is right in its statistics long after no digit of its state is.",
        "(M) The order is that of two differences between three runs; it needs a step within the scheme's range.",
        "(C) Spectra and fluxes are means over the kept states.",
    ];

    public static void Write(ExperimentRun<SolveSettings> run, ExperimentResult result, Solution solution)
    {
        var settings = run.Experiment.Settings;
        var figures = new SolveFigures(settings, solution, new FigureFolder(Path.Combine(run.Output, "figures")));
        var compared = SolveResult.Sentence(result.Metrics);
        var sections = new List<ReportSection> { new("Solution", [Cost(settings, result)], [.. figures.States()]) };
        if (solution.Followed.Count > 0)
        {
            sections.Add(new ReportSection("Diagnostics", [], [.. figures.Diagnostics()]));
        }

        sections.AddRange(Verdict.Section(run, result));
        Report.Write(run.Output, new ReportModel
        {
            Title = $"{settings.Title}: {run.Experiment.Name}",
            Sentence = compared.Length > 0 ? $"The run ends {compared}." : "The run came to its end.",
            Equations = settings.System is SpectralSystemSettings spectral
                ? [new ReportEquation("solved", spectral.Equation.ToString(), spectral.Equation.ToLatex())] : [],
            Metrics = [.. result.Metrics.Select(
                pair => new ReportMetric(pair.Key, SolveResult.Meaning(pair.Key), pair.Value, ""))],
            Terms = [],
            Sections = sections,
            Settings = SettingsText.Yaml(settings),
            Limits = Limits,
            Notices = [.. figures.Notices],
        });
    }

    private static string Cost(SolveSettings settings, ExperimentResult result)
    {
        var time = settings.SpinUp + settings.Duration;
        var values = settings.System.Fields.Count * settings.System.Grid.Points;
        return result.Metrics.TryGetValue(SolveStage.Steps, out var steps)
            ? FormattableString.Invariant(
                $"{steps:0} steps of {values} values over {time:g6} time units; --json tells the processor time.")
            : FormattableString.Invariant($"{time:g6} time units, steps as long as their control allows.");
    }
}

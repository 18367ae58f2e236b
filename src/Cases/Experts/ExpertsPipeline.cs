using Sci.Cases.Figures;
using Sci.Cases.Files;
using Sci.Cases.Reports;
using Sci.Cases.Settings;
using Sci.Hdf5;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>A hard-constraint layer whole and by experts, from the basis to the report.</summary>
/// <remarks>Chalapathi, Du and Krishnapriyan (2024), arXiv:2402.13412.</remarks>
public static class ExpertsPipeline
{
    private static readonly string[] Limits =
    [
        "(C) The basis holds principal components of solutions, not outputs of a network: the layer alone is measured.",
        "(C) Works are counted in multiplications for the normal equations and their factorisations.",
        "(M) The layer satisfies the differenced equation; where differences are coarse, the truth does not.",
    ];

    /// <summary>Runs one experiment.</summary>
    /// <exception cref="StageException">A file cannot be written.</exception>
    public static ExperimentResult Run(ExperimentRun<ExpertsSettings> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var settings = run.Experiment.Settings;
        using var store = new StageStore(run.Output);
        var answer = new RunStages<ExpertsSettings>(run, store).Of(
            "1-tests", "tests", Fingerprint.Of("experts 4", SettingsText.Fingerprint(settings)),
            file => Read(file, settings),
            (_, progress) => ExpertsStage.Run(settings, progress, run.Cancel),
            (file, made) => Write(file, settings, made),
            made => FormattableString.Invariant(
                $"one solve {made.Whole.Error:0.0e+0}, {settings.Experts} experts {made.Experts.Error:0.0e+0}"));
        var (whole, small, experts) = (answer.Whole, answer.Small, answer.Experts);
        var metrics = new OrderedDictionary<string, double>
        {
            [Metric.RelativeL2] = experts.Error,
            ["relative_l2_global"] = whole.Error,
            ["relative_l2_global_small"] = small.Error,
            ["error_ratio"] = experts.Error / whole.Error,
            ["error_ratio_small"] = experts.Error / small.Error,
            ["speed_up"] = whole.Work / experts.Longest,
            ["speed_up_serial"] = whole.Work / experts.Work,
            ["speed_up_small"] = small.Work / experts.Longest,
            ["gradient_error"] = answer.GradientError,
        };
        var result = new ExperimentResult(run.Experiment.Name, 0, metrics, new FoundEquation("", "", ""), []);
        Report(run, result, answer);
        return result;
    }

    private static void Write(Hdf5Container file, ExpertsSettings settings, ExpertsAnswer answer)
    {
        file.WriteScale<double>("time", [.. Enumerable.Range(0, settings.Intervals + 1).Select(k => k
            * settings.Duration / settings.Intervals)], "1", "time");
        file.WriteScale<double>(
            "x", [.. Enumerable.Range(0, settings.Points).Select(i => i / (settings.Points - 1.0))], "1", "position");
        file.WriteScale<int>("test", [.. Enumerable.Range(0, settings.Tests)], "1", "number of a test");
        file.WriteField<double>("truth", answer.Truth.Values, ["time", "x"], "1", "first test by the solver");
        file.WriteField<double>("global", answer.WholeField.Values, ["time", "x"], "1", "the same by one solve");
        file.WriteField<double>("experts", answer.ExpertsField.Values, ["time", "x"], "1", "the same by experts");
        foreach (var (name, score) in
            new[] { ("global", answer.Whole), ("small", answer.Small), ("experts", answer.Experts) })
        {
            file.WriteField<double>($"{name}_error", score.Errors, ["test"], "1", "relative error");
            file.Attributes.SetDoubles($"{name}_work", [score.Work, score.Longest]);
        }

        file.Attributes.SetDouble("gradient_error", answer.GradientError);
    }

    private static ExpertsAnswer Read(Hdf5Container file, ExpertsSettings settings)
    {
        return new ExpertsAnswer(
            Score("global"), Score("small"), Score("experts"), file.Attributes.GetDouble("gradient_error"),
            Field("truth"), Field("global"), Field("experts"));

        LayerScore Score(string name)
        {
            var work = file.Attributes.GetDoubles($"{name}_work");
            return new LayerScore(file.ReadDoubles($"{name}_error"), work[0], work[1]);
        }

        States Field(string name) => new(settings.Intervals + 1, settings.Points, file.ReadDoubles(name));
    }

    private static void Report(ExperimentRun<ExpertsSettings> run, ExperimentResult result, ExpertsAnswer answer)
    {
        var settings = run.Experiment.Settings;
        var figures = new FigureFolder(Path.Combine(run.Output, "figures"));
        var images = new FieldImages(
            "fields",
            "The first test: the truth, one solve, and the experts.",
            new Extent("x", 0, 1),
            new Extent("t", 0, settings.Duration),
            "u",
            false,
            [new Panel("truth", answer.Truth), new Panel("one solve", answer.WholeField),
                new Panel($"{settings.Experts} experts", answer.ExpertsField)]);
        Reports.Report.Write(run.Output, new ReportModel
        {
            Title = $"{settings.Title}: {run.Experiment.Name}",
            Sentence = FormattableString.Invariant(
                $"{settings.Experts} experts leave {result.Metrics["error_ratio"]:0.00} of the error of one solve."),
            Equations = [],
            Metrics = [.. result.Metrics.Select(
                pair => new ReportMetric(pair.Key, pair.Key.Replace('_', ' '), pair.Value, ""))],
            Terms = [],
            Sections =
            [
                new ReportSection("Fields", [], [figures.Draw(images)]),
                .. Verdict.Section(run, result),
            ],
            Settings = SettingsText.Yaml(settings),
            Limits = Limits,
            Notices = [.. figures.Notices],
        });
    }
}

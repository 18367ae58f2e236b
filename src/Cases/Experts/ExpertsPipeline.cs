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
        "(C) Works are counted in evaluations times rows, which is what one processor an expert would spend.",
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
            "1-tests", "tests", Fingerprint.Of("experts 2", SettingsText.Fingerprint(settings)),
            file => Read(file, settings),
            (_, progress) => ExpertsStage.Run(settings, progress, run.Cancel),
            (file, made) => Write(file, settings, made),
            made => FormattableString.Invariant(
                $"one solve {made.GlobalErrors.Average():0.0e+0}, {settings.Experts} experts {made.ExpertErrors.Average():0.0e+0}"));
        var (global, experts) = (answer.GlobalErrors.Average(), answer.ExpertErrors.Average());
        var metrics = new OrderedDictionary<string, double>
        {
            [Metric.RelativeL2] = experts,
            ["relative_l2_global"] = global,
            ["error_ratio"] = experts / global,
            ["speed_up"] = answer.SpeedUp,
            ["speed_up_serial"] = answer.SerialSpeedUp,
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
        file.WriteField<double>("global", answer.Global.Values, ["time", "x"], "1", "the same by one solve");
        file.WriteField<double>("experts", answer.Experts.Values, ["time", "x"], "1", "the same by experts");
        file.WriteField<double>("global_error", answer.GlobalErrors, ["test"], "1", "relative error of one solve");
        file.WriteField<double>("experts_error", answer.ExpertErrors, ["test"], "1", "relative error of the experts");
        file.Attributes.SetDoubles("speed_up", [answer.SpeedUp, answer.SerialSpeedUp]);
        file.Attributes.SetDouble("gradient_error", answer.GradientError);
    }

    private static ExpertsAnswer Read(Hdf5Container file, ExpertsSettings settings)
    {
        var gains = file.Attributes.GetDoubles("speed_up");
        return new ExpertsAnswer(
            file.ReadDoubles("global_error"), file.ReadDoubles("experts_error"), gains[0], gains[1],
            file.Attributes.GetDouble("gradient_error"), Field("truth"), Field("global"), Field("experts"));

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
            [new Panel("truth", answer.Truth), new Panel("one solve", answer.Global),
                new Panel($"{settings.Experts} experts", answer.Experts)]);
        Reports.Report.Write(run.Output, new ReportModel
        {
            Title = $"{settings.Title}: {run.Experiment.Name}",
            Sentence = FormattableString.Invariant(
                $"{settings.Experts} experts leave {result.Metrics["error_ratio"]:0.00} of the error of one solve."),
            Equations = [],
            Metrics = [.. result.Metrics.Select(
                pair => new Reports.Metric(pair.Key, pair.Key.Replace('_', ' '), pair.Value, ""))],
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

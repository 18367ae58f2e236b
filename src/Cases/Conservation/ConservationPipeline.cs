using Sci.Cases.Figures;
using Sci.Cases.Files;
using Sci.Cases.Reports;
using Sci.Cases.Settings;
using Sci.Hdf5;

namespace Sci.Cases;

/// <summary>A conserving correction from the truth to the report.</summary>
public static class ConservationPipeline
{
    private static readonly string[] Limits =
    [
        "(M) Conservation of mass is one number a time: it cannot say where a front is, only how much there must be.",
        "(M) Where the guess is good everywhere, the plain projection may be the better one.",
        "(C) The guess is a Gaussian process at one time; the mass is what the finite volumes count in.",
    ];

    /// <summary>Runs one experiment.</summary>
    /// <exception cref="StageException">A file cannot be written.</exception>
    public static ExperimentResult Run(ExperimentRun<ConservationSettings> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var settings = run.Experiment.Settings;
        using var store = new StageStore(run.Output);
        var (places, truth, scores) = new RunStages<ConservationSettings>(run, store).Of(
            "1-draws", "draws", Fingerprint.Of("conservation draws 1", SettingsText.Fingerprint(settings)),
            Read,
            (_, progress) => ConservationStage.Run(settings, progress, run.Cancel),
            (file, made) => Write(file, made.Places, made.Truth, made.Scores),
            made => FormattableString.Invariant($"mass errors up to {made.Scores[2].MassErrors.Max():0.0e+0}"));
        var result = new ExperimentResult(run.Experiment.Name, 0, Metrics(scores), new FoundEquation("", "", ""), []);
        Report(run, result, places, truth, scores);
        return result;
    }

    private static OrderedDictionary<string, double> Metrics(ConservationScores[] scores)
    {
        var (plain, projection, conserving) = (scores[0], scores[1], scores[2]);
        var better = conserving.SquaredErrors.Zip(plain.SquaredErrors, (a, b) => a < b ? 1.0 : 0).Average();
        var metrics = new OrderedDictionary<string, double>
        {
            [Metric.ConservationError] = conserving.MassErrors.Max(),
            ["conservation_error_base"] = plain.MassErrors.Average(),
            ["mse_ratio"] = conserving.SquaredErrors.Average() / plain.SquaredErrors.Average(),
            ["likelihood_gain"] = conserving.LogLikelihoods.Average() - plain.LogLikelihoods.Average(),
            ["likelihood_gain_over_projection"] = conserving.LogLikelihoods.Average()
                - projection.LogLikelihoods.Average(),
            ["share_better"] = better,
        };
        foreach (var each in scores)
        {
            metrics[$"mse_{each.Name}"] = each.SquaredErrors.Average();
            metrics[$"log_likelihood_{each.Name}"] = each.LogLikelihoods.Average();
        }

        return metrics;
    }

    private static void Write(Hdf5Container file, double[] places, double[] truth, ConservationScores[] scores)
    {
        file.WriteScale<double>("x", places, "1", "centre of a cell");
        file.WriteScale<int>("draw", [.. Enumerable.Range(0, scores[0].SquaredErrors.Length)], "1",
            "number of a draw of the known cells");
        file.WriteField<double>("truth", truth, ["x"], "1", "mean over the cell");
        foreach (var each in scores)
        {
            file.WriteField<double>(
                $"{each.Name}_first", each.First, ["x"], "1", $"mean field of the first draw, {each.Name}");
            file.WriteField<double>($"{each.Name}_mse", each.SquaredErrors, ["draw"], "1", "mean squared error");
            file.WriteField<double>(
                $"{each.Name}_log_likelihood", each.LogLikelihoods, ["draw"], "1", "log-likelihood a cell");
            file.WriteField<double>(
                $"{each.Name}_mass_error", each.MassErrors, ["draw"], "1", "absolute error of the mass");
        }
    }

    private static (double[] Places, double[] Truth, ConservationScores[] Scores) Read(Hdf5Container file) => (
        file.ReadDoubles("x"),
        file.ReadDoubles("truth"),
        [.. ConservationStage.Kinds.Select(kind => new ConservationScores(
            kind,
            file.ReadDoubles($"{kind}_mse"),
            file.ReadDoubles($"{kind}_log_likelihood"),
            file.ReadDoubles($"{kind}_mass_error"),
            file.ReadDoubles($"{kind}_first")))]);

    private static void Report(
        ExperimentRun<ConservationSettings> run, ExperimentResult result, double[] places, double[] truth,
            ConservationScores[] scores)
    {
        var figures = new FigureFolder(Path.Combine(run.Output, "figures"));
        var curves = new Curves(
            "fields",
            "The truth, the guess of the first draw, and both corrections.",
            FigureAxis.Linear("x"),
            FigureAxis.Linear("u"),
            [.. scores.Select(each => Series.Of(each.Name, places, each.First)),
                Series.Reference("truth", places, truth)]);
        Reports.Report.Write(run.Output, new ReportModel
        {
            Title = $"{run.Experiment.Settings.Title}: {run.Experiment.Name}",
            Sentence = FormattableString.Invariant(
                $"Imposing the mass leaves {result.Metrics["mse_ratio"]:0.00} of the squared error; the mass is right to {result.Metrics[Metric.ConservationError]:0.0e+0}."),
            Equations = [],
            Metrics = [.. result.Metrics.Select(
                pair => new ReportMetric(pair.Key, pair.Key.Replace('_', ' '), pair.Value, ""))],
            Terms = [],
            Sections =
            [
                new ReportSection("Fields", [], [figures.Draw(curves)]),
                .. Verdict.Section(run, result),
            ],
            Settings = SettingsText.Yaml(run.Experiment.Settings),
            Limits = Limits,
            Notices = [.. figures.Notices],
        });
    }
}

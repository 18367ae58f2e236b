using Sci.Cases.Files;
using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>A filter over observations from a file, from file to report.</summary>
public static class FilterPipeline
{
    // Raised when the stage comes to mean something else, so that older files do not fit.
    private const string Version = "1";

    /// <summary>Runs one experiment, or reads its file where it still fits.</summary>
    /// <exception cref="BlowUpException">The model left the finite numbers.</exception>
    /// <exception cref="StageException">A stage file cannot be read or written.</exception>
    /// <exception cref="IOException">The observations cannot be used; the message says where.</exception>
    public static ExperimentResult Run(ExperimentRun<FilterSettings> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var settings = run.Experiment.Settings;
        var given = settings.Observations.In(run.CaseFolder, pairs: false).Given!;
        using var store = new StageStore(run.Output);
        var print = Fingerprint.Of(
            $"filter {Version}", $"{SettingsText.Fingerprint(settings)} {given.Contents}");
        var outcome = new RunStages<FilterSettings>(run, store).Of(
            "3-analysis", "analysis", print, FilterFile.Read,
            (_, progress) => FilterStage.Run(settings, given, progress, run.Cancel),
            (file, outcome) => FilterFile.Write(file, outcome, settings),
            FilterReport.Sentence);
        var result = Result(run.Experiment.Name, settings, outcome);
        FilterReport.Write(run, result, outcome);
        return result;
    }

    private static ExperimentResult Result(string name, FilterSettings settings, FilterOutcome outcome)
    {
        var late = Math.Min(settings.BurnIn, outcome.Times.Length - 1);
        var metrics = new OrderedDictionary<string, double>
        {
            ["innovation"] = outcome.Innovations.Skip(late).Average(),
            ["expected_innovation"] = outcome.Expected.Skip(late).Average(),
            [Metric.SpreadAnalysis] = Math.Sqrt(Enumerable.Range(late, outcome.Times.Length - late)
                .Average(time => outcome.Deviations[time].ToArray().Average(deviation => deviation * deviation))),
            ["chi_square"] = outcome.ChiSquare,
            ["desroziers_observation"] = outcome.ObservationVariance,
            ["desroziers_forecast"] = outcome.ForecastVariance,
            [Metric.Samples] = outcome.Times.Length,
            [Metric.RatioObserved] = outcome.Counts.Average() / outcome.Means.Size,
        };
        return new ExperimentResult(name, 0, metrics, new FoundEquation("", "", ""), []);
    }
}

using System.Globalization;
using Sci.Cases.Files;
using Sci.Cases.Settings;
using Sci.Surrogates;
using static TorchSharp.torch;

namespace Sci.Cases;

/// <summary>A closure from the two-scale runs to the report.</summary>
/// <remarks>Lütjens et al. (2022), arXiv:2207.11417.</remarks>
public static class ClosurePipeline
{
    // Raised when a stage comes to mean something else, so that older files do not fit.
    private const string Version = "1";

    /// <summary>Runs one experiment: stages whose files still fit are read, the others computed and written.</summary>
    /// <exception cref="DllNotFoundException">libtorch is not here; the message says what to install.</exception>
    /// <exception cref="StageException">A file cannot be read or written.</exception>
    /// <exception cref="TrainingException">A training came to nothing.</exception>
    public static ExperimentResult Run(ExperimentRun<ClosureSettings> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var settings = run.Experiment.Settings;
        // Such layers are too small for a second thread, and one thread gives the same bits everywhere.
        set_num_threads(1);
        using var scope = NewDisposeScope();
        using var store = new StageStore(run.Output);
        var stages = new RunStages<ClosureSettings>(run, store);
        var dataPrint = Print(
            "data", $"{settings.Seed} {settings.Longer}", settings.System, settings.Data, settings.Forecast);
        var data = stages.Of(
            "1-data", "data", dataPrint, ClosureFiles.ReadData,
            (_, progress) => ClosureData.Run(settings, progress, run.Cancel),
            (file, made) => ClosureFiles.WriteData(file, made, settings),
            made => $"{made.Training.Slow.Count} states to learn from");
        var networkPrint = Fingerprint.Of(
            $"closure training {Version}", SettingsText.Fingerprint(settings.Network, settings.Training), dataPrint);
        using var network = new TrainingStage(
            settings.Training, settings.Seed, () => ClosureData.Pairs(data.Training, settings.Training.Type),
            () => ClosureData.Pairs(data.Tests, settings.Training.Type), settings.Network.Build)
            .Of(run, stages, "2-network", networkPrint);
        var tests = stages.Of(
            "3-tests", "tests",
            Fingerprint.Of(
                $"closure tests {Version}", settings.Degree.ToString(CultureInfo.InvariantCulture), networkPrint),
            ClosureFiles.ReadTests,
            (_, progress) => ClosureTestStage.Run(settings, data, network, progress, run.Cancel),
            (file, made) => ClosureFiles.WriteTests(file, made, settings),
            made => ClosureReport.Sentence(Metrics(settings, network, made)));
        var result = new ExperimentResult(
            run.Experiment.Name, 0, Metrics(settings, network, tests), new FoundEquation("", "", ""), []);
        ClosureReport.Write(run, result, network, tests);
        return result;
    }

    private static Fingerprint Print(string stage, string rest, params ReadOnlySpan<object> settings) =>
        Fingerprint.Of($"closure {stage} {Version}", $"{SettingsText.Fingerprint(settings)} {rest}");

    private static OrderedDictionary<string, double> Metrics(
        ClosureSettings settings, TrainedNetwork network, ClosureTests tests)
    {
        var metrics = new OrderedDictionary<string, double>();
        foreach (var (suffix, scores) in new[] { ("", tests.Trained), ("_longer", tests.Longer) })
        {
            foreach (var score in scores)
            {
                metrics[$"mse_{score.Name}{suffix}"] = score.SquaredError;
                metrics[$"horizon_{score.Name}{suffix}"] =
                    score.Horizon(settings.Forecast.Every, settings.Forecast.Correlation);
            }
        }

        metrics["mse_ratio"] = metrics["mse_network"] / metrics["mse_polynomial"];
        metrics["horizon_gain"] = metrics["horizon_network"] - metrics["horizon_polynomial"];
        metrics["longer_ratio"] = metrics["mse_network_longer"] / metrics["mse_network"];
        metrics["horizon_gain_longer"] = metrics["horizon_network_longer"] - metrics["horizon_polynomial_longer"];
        metrics[SurrogateMetrics.Parameters] = network.Parameters;
        return metrics;
    }
}

using System.Diagnostics;
using System.Globalization;
using Sci.Cases.Files;
using Sci.Cases.Settings;
using Sci.Numerics;
using Sci.Surrogates;
using static TorchSharp.torch;

namespace Sci.Cases;

/// <summary>Surrogates from the solver's runs to the report.</summary>
public static class SurrogatePipeline
{
    // Raised when a stage comes to mean something else, so that older files do not fit.
    private const string Version = "1";

    /// <summary>Runs one experiment: stages whose files still fit are read, the others computed and written.</summary>
    /// <exception cref="DllNotFoundException">libtorch is not here; the message says what to install.</exception>
    /// <exception cref="StageException">A file cannot be read or written.</exception>
    /// <exception cref="TrainingException">A training came to nothing.</exception>
    public static ExperimentResult Run(ExperimentRun<SurrogateSettings> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var settings = run.Experiment.Settings;
        // Such layers are too small for a second thread, and one thread gives the same bits everywhere.
        set_num_threads(1);
        using var scope = NewDisposeScope();
        using var store = new StageStore(run.Output);
        var stages = new RunStages<SurrogateSettings>(run, store);
        var dataPrint = Fingerprint.Of(
            $"surrogate data {Version}", $"{SettingsText.Fingerprint(settings.Data)} {settings.Seed}");
        var data = stages.Of("1-data", "data", dataPrint, SurrogateFiles.ReadData,
            (_, progress) =>
                SurrogateDataStage.Run(settings.Data, new RandomSource(settings.Seed)["data"], progress, run.Cancel),
            (file, made) => SurrogateFiles.WriteData(file, made, settings.Data),
            made => $"{made.Runs.Count} states to learn from and {made.Tests.Count} to test with");
        var (networks, tests) = (new List<TrainedNetwork>(), new List<SurrogateTests>());
        for (var seed = 0; seed < settings.Seeds; seed++)
        {
            var (network, print) = Train(run, stages, data, dataPrint, seed);
            networks.Add(network);
            tests.Add(Test(run, stages, data, network, print, seed));
        }

        var result = SurrogateMetrics.Of(run.Experiment.Name, settings, networks, tests);
        SurrogateReport.Write(run, result, data, networks, tests);
        networks.ForEach(each => each.Dispose());
        return result;
    }

    private static (TrainedNetwork Network, Fingerprint Print) Train(
        ExperimentRun<SurrogateSettings> run, RunStages<SurrogateSettings> stages, SurrogateData data, Fingerprint dataPrint, int seed)
    {
        var settings = run.Experiment.Settings;
        var print = Fingerprint.Of(
            $"surrogate training {Version}", $"{SettingsText.Fingerprint(settings.Network, settings.Training)} {seed}",
            dataPrint);
        var name = Name("2-network", seed, settings);
        var trained = stages.Of(name, name[2..], print,
            file =>
            {
                using var pairs = TrainingStage.Pairs(settings, data.Runs, settings.Data.Snapshots);
                return SurrogateFiles.ReadNetwork(file, TrainingStage.Network(settings, pairs, seed));
            },
            (checkpoint, progress) =>
            {
                var watch = Stopwatch.StartNew();
                var first = 0;
                return TrainingStage.Run(settings, data, seed, checkpoint, epoch =>
                {
                    first = first == 0 ? epoch.Epoch : first;
                    progress((double)epoch.Epoch / settings.Training.Epochs);
                    Note(run, name, epoch, settings, watch.Elapsed / (epoch.Epoch - first + 1));
                }, run.Cancel);
            },
            SurrogateFiles.WriteNetwork,
            each => $"{each.Parameters} parameters, loss {Text(each.Curve[^1].Loss)}, error {Text(each.Curve[^1].Validation)}");
        return (trained, print);
    }

    private static SurrogateTests Test(
        ExperimentRun<SurrogateSettings> run, RunStages<SurrogateSettings> stages, SurrogateData data, TrainedNetwork network,
        Fingerprint print, int seed)
    {
        var settings = run.Experiment.Settings;
        var rollout = settings.Rollout is { } given ? SettingsText.Fingerprint(given) : "";
        var name = Name("3-tests", seed, settings);
        return stages.Of(name, name[2..], Fingerprint.Of($"surrogate tests {Version}", rollout, print),
            SurrogateFiles.ReadTests,
            (_, _) => SurrogateTestStage.Run(settings, data, network, run.Cancel),
            SurrogateFiles.WriteTests,
            tests => $"relative error {Text(tests.Errors.Average())}");
    }

    private static void Note(
        ExperimentRun<SurrogateSettings> run, string name, EpochReport epoch, SurrogateSettings settings, TimeSpan each)
    {
        if (double.IsFinite(epoch.Validation) && epoch.Epoch < settings.Training.Epochs)
        {
            var left = each * (settings.Training.Epochs - epoch.Epoch);
            run.Progress.Note(
                $"{name}: epoch {epoch.Epoch}, loss {Text(epoch.Loss)}, error {Text(epoch.Validation)}, about {left.TotalSeconds:0} s left");
        }
    }

    private static string Name(string stage, int seed, SurrogateSettings settings) =>
        settings.Seeds == 1 ? stage : string.Create(CultureInfo.InvariantCulture, $"{stage}-{seed + 1}");

    private static string Text(double value) => value.ToString("g3", CultureInfo.InvariantCulture);
}

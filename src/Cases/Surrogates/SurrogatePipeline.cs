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
        var (networks, tests, filters) =
            (new List<TrainedNetwork>(), new List<SurrogateTests>(), new List<SurrogateFilters>());
        for (var seed = 0; seed < settings.Seeds; seed++)
        {
            var (network, print) = Train(run, stages, data, dataPrint, seed);
            networks.Add(network);
            tests.Add(Test(run, stages, data, network, print, seed));
            if (settings.Filter is not null)
            {
                filters.Add(Filter(run, stages, data, network, print, seed));
            }
        }

        var result = SurrogateMetrics.Of(run.Experiment.Name, settings, networks, tests);
        if (settings.Filter is not null)
        {
            result = SurrogateFilterMetrics.With(
                result, filters, SurrogateFilterStage.Speed(settings, data, networks[0]));
        }

        SurrogateReport.Write(run, result, data, networks, tests, filters);
        networks.ForEach(each => each.Dispose());
        return result;
    }

    private static (TrainedNetwork Network, Fingerprint Print) Train(
        ExperimentRun<SurrogateSettings> run, RunStages<SurrogateSettings> stages, SurrogateData data,
        Fingerprint dataPrint, int seed)
    {
        var settings = run.Experiment.Settings;
        var print = Fingerprint.Of(
            $"surrogate training {Version}", $"{SettingsText.Fingerprint(settings.Network, settings.Training)} {seed}",
            dataPrint);
        var training = new TrainingStage(
            settings.Training,
            settings.Seed + (ulong)seed,
            () => data.Pairs(settings),
            () => SurrogateData.Pairs(
                SurrogateData.Thinned(data.Tests, settings.Data.EveryPoint), settings.Data.TestSnapshots,
                settings.Training.Type),
            settings.Network.Build);
        return (training.Of(run, stages, Name("2-network", seed, settings), print), print);
    }

    private static SurrogateTests Test(
        ExperimentRun<SurrogateSettings> run, RunStages<SurrogateSettings> stages, SurrogateData data,
        TrainedNetwork network,
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

    private static SurrogateFilters Filter(
        ExperimentRun<SurrogateSettings> run, RunStages<SurrogateSettings> stages, SurrogateData data,
        TrainedNetwork network,
        Fingerprint print, int seed)
    {
        var settings = run.Experiment.Settings;
        var name = Name("4-filter", seed, settings);
        return stages.Of(
            name, name[2..],
            Fingerprint.Of($"surrogate filter {Version}", SettingsText.Fingerprint(settings.Filter!), print),
            SurrogateFiles.ReadFilters,
            (_, _) => SurrogateFilterStage.Run(settings, data, network, run.Cancel),
            SurrogateFiles.WriteFilters,
            filters => $"analysis error {Text(filters.Network.AnalysisErrors.Average())} with the network, {Text(filters.Solver.AnalysisErrors.Average())} with the solver");
    }

    private static string Name(string stage, int seed, SurrogateSettings settings) =>
        settings.Seeds == 1 ? stage : string.Create(CultureInfo.InvariantCulture, $"{stage}-{seed + 1}");

    private static string Text(double value) => value.ToString("g3", CultureInfo.InvariantCulture);
}

using System.Diagnostics;
using Sci.Cases.Files;
using Sci.Cases.Settings;
using Sci.Numerics;
using Sci.Surrogates;
using static TorchSharp.torch;

namespace Sci.Cases;

/// <summary>A network for a plane flow, from the solver's runs to the report.</summary>
/// <remarks>Li et al. (2021), arXiv:2010.08895, section 5.3: Navier-Stokes.</remarks>
public static class FlowPipeline
{
    // Raised when a stage comes to mean something else, so that older files do not fit.
    private const string Version = "1";
    private const string RefinementVersion = "2";

    // The least of so many is what a busy machine disturbs least.
    private const int Timings = 5;

    /// <summary>Runs one experiment: stages whose files still fit are read, the others computed and written.</summary>
    /// <exception cref="DllNotFoundException">libtorch is not here; the message says what to install.</exception>
    /// <exception cref="StageException">A file cannot be read or written.</exception>
    /// <exception cref="TrainingException">A training came to nothing.</exception>
    public static ExperimentResult Run(ExperimentRun<PlaneFlowSettings> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var settings = run.Experiment.Settings;
        // Such layers are too small for a second thread, and one thread gives the same bits everywhere.
        set_num_threads(1);
        using var scope = NewDisposeScope();
        using var store = new StageStore(run.Output);
        var stages = new RunStages<PlaneFlowSettings>(run, store);
        var dataPrint = Print("data", settings.Data, $"{settings.Seed}");
        var data = stages.Of(
            "1-data", "data", dataPrint, FlowFiles.ReadData,
            (_, progress) =>
                FlowDataStage.Run(settings.Data, new RandomSource(settings.Seed)["data"], progress, run.Cancel),
            (file, made) => FlowFiles.WriteData(file, made, settings.Data),
            made => $"{made.Runs.Count} states to learn from and {made.Tests.Count} to test with");
        var networkPrint = Fingerprint.Of(
            $"flow training {Version}",
            $"{SettingsText.Fingerprint(settings.Network, settings.Training)} {settings.Symmetries}", dataPrint);
        using var network = Training(settings, data).Of(run, stages, "2-network", networkPrint);
        var tests = stages.Of(
            "3-tests", "tests", Fingerprint.Of($"flow tests {Version}", "", networkPrint), FlowFiles.ReadTests,
            (_, _) => FlowTestStage.Run(settings, data, network, run.Cancel), FlowFiles.WriteTests,
            made => FlowReport.Sentence(made));
        var metrics = FlowMetrics.Of(network, tests, Speed(settings, data, network));
        var refined = settings.Refinement is { } refinement
            ? stages.Of(
                "4-refinement", "refinement",
                Fingerprint.Of($"flow refinement {RefinementVersion}", SettingsText.Fingerprint(refinement), networkPrint),
                FlowRefinementFiles.Read,
                (_, progress) => FlowRefinementStage.Run(settings, data, network, progress, run.Cancel),
                (file, made) => FlowRefinementFiles.Write(file, made, settings.Data), FlowRefinementReport.Sentence)
            : null;
        if (refined is not null)
        {
            FlowMetrics.Add(metrics, refined, FlowRefinementStage.Microseconds(settings, data, network));
        }

        var result = new ExperimentResult(run.Experiment.Name, 0, metrics, new FoundEquation("", "", ""), []);
        FlowReport.Write(run, result, data, network, tests, refined);
        return result;
    }

    private static TrainingStage Training(PlaneFlowSettings settings, FlowData data) => new(
        settings.Training, settings.Seed, () => data.Pairs(settings), () => data.Held(settings),
        samples => settings.Network.Build(settings.Data, samples))
    {
        Symmetries = settings.Symmetries ? new DiagonalSymmetries() : null,
    };

    private static Fingerprint Print(string stage, object settings, string rest) =>
        Fingerprint.Of($"flow {stage} {Version}", $"{SettingsText.Fingerprint(settings)} {rest}");

    // Microseconds from one snapshot to the next, of as many states as a vector's lanes hold.
    private static (double Network, double Solver) Speed(
        PlaneFlowSettings settings, FlowData data, TrainedNetwork trained)
    {
        using var recording = no_grad();
        var states = data.Tests.Slice(0, Math.Min(8, data.Tests.Count));
        using var fields = FlowData.Fields(states, settings.Training.Type);
        var (solver, steps) = (settings.Data.Solver(), (int)Math.Round(settings.Data.Every / settings.Data.TimeStep));
        return (Time(() => trained.Network.call(fields).Dispose()), Time(() => solver.Advance(states.Clone(), steps)));

        double Time(Action once) => Enumerable.Range(0, Timings).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            once();
            return watch.Elapsed.TotalMicroseconds / states.Count;
        });
    }
}

namespace Sci.Cases;

/// <summary>What the stages of a surrogate hold: the solver's runs, the samples made of them and the network.</summary>
internal static class SurrogateMemory
{
    private const string Remedy = "data.runs, or snapshots";

    public static MemoryEstimate Of(SurrogateSettings settings, int threads)
    {
        var (data, training) = (settings.Data, settings.Training);
        double all = data.Grid.Points, places = settings.Points;
        var pairs = (double)data.Runs * data.Snapshots;
        var tests = (double)data.TestRuns * data.TestSnapshots;
        HeldArray[] runs =
        [
            Simulated(data, pairs + data.Runs, places), Tests((tests + data.TestRuns) * all),
        ];
        var network = settings.Network.Memory(settings.Points);
        var finer = settings.Network.TakesAnyGrid ? all : places;
        return new MemoryEstimate(
            MemoryEstimate.ProcessWithTorch, isAtLeast: false,
            [
                .. runs, new("the runs' states", data.Runs * all, 1, Remedy),
                SchemeMemory.Of(all, data.Runs, threads),
            ],
            [
                .. runs, Samples(training, (pairs + tests) * places), .. network.Learns(training),
                network.IsAsked(training, places),
            ],
            [
                .. runs, Samples(training, (pairs + tests) * places), Samples(training, tests * finer),
                .. network.Learns(training), network.IsAsked(training, finer),
            ]);
    }

    public static MemoryEstimate Of(ClosureSettings settings)
    {
        var (data, slow, forecast) = (settings.Data, (double)settings.System.Slow, settings.Forecast);
        var (runs, tests) = ((double)data.Runs * data.Snapshots, (double)data.TestRuns * data.Snapshots);
        var network = settings.Network.Memory(settings.System.Slow);
        return new MemoryEstimate(
            MemoryEstimate.ProcessWithTorch, isAtLeast: false,
            [
                new($"simulations of {data.Runs} runs of {data.Snapshots} snapshots", runs * slow, 2, Remedy),
                new("test runs", tests * slow * (1 + settings.Longer), 2, "data.test_runs"),
                new(
                    "forecasts", (double)forecast.Runs * forecast.Leads * slow * (1 + settings.Longer), 2,
                    "forecast.runs"),
                Samples(settings.Training, (runs + tests) * slow), .. network.Learns(settings.Training),
                network.IsAsked(settings.Training, slow),
            ]);
    }

    public static MemoryEstimate Of(PlaneFlowSettings settings, int threads)
    {
        var (data, training) = (settings.Data, settings.Training);
        double all = data.Points * data.Points, places = settings.Points * settings.Points;
        var pairs = (double)data.Runs * data.Snapshots;
        var tests = data.TestRuns * (data.TestSnapshots + 1.0);
        HeldArray[] runs = [Simulated(data, pairs + data.Runs, places), Tests(tests * all)];
        var network = settings.Network.Memory(settings.Points);
        HeldArray[] learns =
        [
            .. runs, Samples(training, (pairs + ((double)data.TestRuns * data.Predicted)) * places),
            .. network.Learns(training),
        ];
        return new MemoryEstimate(
            MemoryEstimate.ProcessWithTorch, isAtLeast: false,
            [.. runs, new("the runs' states", data.Runs * all, 1, Remedy), SchemeMemory.Of(all, data.Runs, threads)],
            // What viscosity and forcing leave of all samples, on the way to their deviation.
            [
                .. learns,
                Samples(training, pairs * places) with
                {
                    What = "what the linear equation makes of samples", Copies = 4,
                },
            ],
            settings.Refinement is { } refinement ? [.. learns, .. Refinement(settings, refinement)] : learns);
    }

    // Modes of a flow's known and unknown snapshots; the changes of all steps and the moves that made them.
    private static HeldArray[] Refinement(PlaneFlowSettings settings, RefinementSettings refinement)
    {
        var data = settings.Data;
        // One wave of each pair up to two thirds of what the points carry, real and imaginary parts.
        var modes = 4.0 / 9 * data.Points * data.Points;
        var times = (double)data.Predicted;
        return
        [
            new($"the changes of {refinement.Steps} steps", modes * times * refinement.Steps, 2, "refinement.steps"),
            // As fields in single and double precision, as modes of each wave, and those again where they wait for the
            // collector.
            new(
                "features of the last layer", times * (settings.Network.Width + 1) * data.Points * data.Points, 2.5,
                "network.width"),
            // What unknowns change and what residuals change of them: complex, then real; of a run and the one before.
            new("maps of the waves", modes * times * times, 2 * (1 + 2) * 2, "data.predicted"),
        ];
    }

    private static HeldArray Simulated(SnapshotRunsSettings data, double states, double places) => new(
        $"simulations of {data.Runs} runs of {data.Snapshots} snapshots", states * places, 1, Remedy);

    private static HeldArray Tests(double values) => new("test runs", values, 1, "data.test_runs");

    // Inputs and targets, as tensors.
    private static HeldArray Samples(LearningSettings training, double values) =>
        new("samples to learn from", values, 2, Remedy) { Width = NetworkMemory.Bytes(training) };
}

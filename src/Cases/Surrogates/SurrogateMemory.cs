namespace Sci.Cases;

/// <summary>What the training of networks holds beside the networks and what they keep for their gradients.</summary>
internal static class SurrogateMemory
{
    private const string Remedy = "data.runs, or snapshots";

    public static MemoryEstimate Of(SurrogateSettings settings)
    {
        var data = settings.Data;
        var (runs, pairs) = (data.Runs * (data.Snapshots + 1.0), (double)data.Runs * data.Snapshots);
        var tests = data.TestRuns * (data.TestSnapshots + 1.0);
        HeldArray simulated = new(
            $"simulations of {data.Runs} runs of {data.Snapshots} snapshots", runs * data.Grid.Points, 1, Remedy);
        HeldArray seen = new("test runs", tests * data.Grid.Points, 1, "data.test_runs");
        return new MemoryEstimate(
            MemoryEstimate.ProcessWithTorch, isAtLeast: true,
            [simulated, seen],
            [
                simulated with { Numbers = runs * settings.Points }, seen,
                Samples(settings.Training, pairs * settings.Points),
            ]);
    }

    public static MemoryEstimate Of(ClosureSettings settings)
    {
        var (data, slow) = (settings.Data, (double)settings.System.Slow);
        var (runs, tests) = ((double)data.Runs * data.Snapshots, (double)data.TestRuns * data.Snapshots);
        return new MemoryEstimate(
            MemoryEstimate.ProcessWithTorch, isAtLeast: true,
            [
                new($"simulations of {data.Runs} runs of {data.Snapshots} snapshots", runs * slow, 2, Remedy),
                new("test runs", tests * slow * (1 + settings.Longer), 2, "data.test_runs"),
                Samples(settings.Training, runs * slow),
            ]);
    }

    // Inputs and targets, as tensors.
    private static HeldArray Samples(LearningSettings training, double values) =>
        new("samples to learn from", values, 2, Remedy)
        {
            Width = training.DoublePrecision ? sizeof(double) : sizeof(float),
        };
}

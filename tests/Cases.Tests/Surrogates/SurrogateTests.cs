using Sci.Hdf5;
using Sci.Testing;

namespace Sci.Cases.Tests.Surrogates;

/// <summary>Small experiments of the cases of networks.</summary>
public sealed class SurrogateTests : IDisposable
{
    private static readonly string[] SmallLine =
    [
        "data.grid.points=64", "data.every_point=2", "data.time_step=0.02", "data.runs=24", "data.test_runs=6",
        "training.epochs=12",
        "training.batch_size=4",
        "network={fourier-operator: {width: 8, modes: 6, layers: 2, projection: 8, positions: true, residual: false}}",
    ];

    private static readonly string[] SmallRollout =
    [
        "data.grid={points: 32, length: 22}", "data.runs=4", "data.snapshots=6", "data.test_runs=3",
        "data.test_snapshots=12",
        "data.spin_up=2.2222222222222223", "training.epochs=3", "rollout={steps: 12, correlation: 0.8, long_steps: 40}",
        "network={fourier-operator: {width: 6, modes: 8, layers: 2, projection: 0, positions: false, residual: true}}",
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_second_run_reads_the_network_and_finds_the_same()
    {
        var first = Run("burgers-fno", "one-cycle", SmallLine);
        File.Delete(folder["one-cycle/3-tests.h5"]);
        var network = File.ReadAllBytes(folder["one-cycle/2-network.h5"]);
        var second = Run("burgers-fno", "one-cycle", SmallLine);

        Assert.Equal(Fixed(first), Fixed(second));
        Assert.Equal(network, File.ReadAllBytes(folder["one-cycle/2-network.h5"]));
        Assert.True(first.Metrics["relative_l2"] < 1);
        Assert.Equal(
            first.Metrics["relative_l2"], first.Metrics["relative_l2_finer"], 0.3 * first.Metrics["relative_l2"]);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_whatever_the_threads()
    {
        _ = Run("ks-rollout", "fourier-operator", SmallRollout, threads: 1);
        byte[][] one = [.. Stages().Select(File.ReadAllBytes)];
        Array.ForEach(Stages(), File.Delete);
        _ = Run("ks-rollout", "fourier-operator", SmallRollout, threads: 2);

        Assert.Equal(one, Stages().Select(File.ReadAllBytes));
    }

    [Fact]
    public void The_files_hold_the_curve_the_network_and_its_runs()
    {
        _ = Run("ks-rollout", "five-seeds", [.. SmallRollout, "seeds=2"]);

        using var network = Hdf5File.OpenRead(folder["five-seeds/2-network-2.h5"]);
        Assert.Equal(3, network.Read<double>("loss").Length);
        using var modes = network.Dataset("network/inner.layer0.modes");
        Assert.Equal([8, 6, 12], modes.Shape);
        using var tests = Hdf5File.OpenRead(folder["five-seeds/3-tests-2.h5"]);
        Assert.Equal(12, tests.Read<double>("correlation").Length);
    }

    [Theory]
    [InlineData("data.every=0.3", "must be a multiple of data.time_step")]
    [InlineData("rollout.steps=500", "must be at most the 200 snapshots")]
    [InlineData("network.fourier-operator.modes=90", "has 90 modes, and 160 points carry 80")]
    [InlineData(
        "network={u-net: {width: 8, levels: 6, residual: true}}", "halves 160 points 6 times; take a multiple of 64")]
    public void What_cannot_be_is_refused_before_anything_is_computed(string change, string sentence) =>
        Assert.Contains(
        sentence,
        Assert.Throws<Sci.Cases.Settings.SettingsException>(() => Run("ks-rollout", "fourier-operator", [change])).Message,
        StringComparison.Ordinal);

    private static IEnumerable<KeyValuePair<string, double>> Fixed(ExperimentResult result) =>
        result.Metrics.Where(metric => metric.Key != Metric.CpuSeconds);

    private string[] Stages() =>
        [.. Directory.GetFiles(folder["fourier-operator"], "*.h5").Order(StringComparer.Ordinal)];

    private ExperimentResult Run(string name, string experiment, string[] changes, int? threads = null) =>
        Assert.Single(
        CaseKinds.All.Open(Path.Combine(Repository.Root, "cases", name)).Run(
            [experiment],
            new RunOptions { Overrides = changes, Output = folder[""], Threads = threads },
            new NoProgress(),
            CancellationToken.None));
}

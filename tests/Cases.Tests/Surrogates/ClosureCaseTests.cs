using Sci.Hdf5;
using Sci.Testing;

namespace Sci.Cases.Tests.Surrogates;

/// <summary>Small experiments of networks in the place of a part of a model, or of all of it.</summary>
public sealed class ClosureCaseTests : IDisposable
{
    private static readonly string[] SmallRing =
    [
        "system.slow=8", "system.fast_per_slow=4",
        "data={spin_up: 1, every: 0.2, runs: 6, test_runs: 2, snapshots: 30}",
        "network={width: 6, modes: 4, layers: 2, projection: 6, positions: false, residual: false}",
        "training.epochs=4", "training.batch_size=20",
        "forecast={runs: 3, duration: 0.4, every: 0.1, time_step: 0.05, correlation: 0.6}",
    ];

    private static readonly string[] SmallFilter =
    [
        "data.grid={points: 32, length: 22}", "data.runs=4", "data.snapshots=10", "data.test_runs=2",
        "data.test_snapshots=4", "data.spin_up=20", "training.epochs=2",
        "network={fourier-operator: {width: 6, modes: 8, layers: 2, projection: 0, positions: false, residual: true}}",
        "filter.burn_in=2", "filter.analyses=20", "filter.assimilation.members=8",
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_closure_is_tested_on_a_ring_twice_as_long_and_read_back_unchanged()
    {
        var first = Run("lorenz96-mno", SmallRing);
        var second = Run("lorenz96-mno", SmallRing);

        Assert.Equal(Fixed(first), Fixed(second));
        // Even a network that has hardly learnt knows more than the mean.
        Assert.InRange(first.Metrics["mse_network"], 0, first.Metrics["mse_mean"]);
        Assert.InRange(first.Metrics["mse_network_longer"], 0, first.Metrics["mse_mean_longer"]);
        using var tests = Hdf5File.OpenRead(folder["default/3-tests.h5"]);
        Assert.Equal(5, tests.Read<double>("longer_network").Length);
        Assert.Equal(1, tests.Read<double>("longer_network")[0], 1e-12);
    }

    [Fact]
    public void A_network_takes_the_solvers_place_in_a_filter()
    {
        var result = Run("ks-surrogate", SmallFilter);

        using var filters = Hdf5File.OpenRead(folder["default/4-filter.h5"]);
        Assert.Equal(20, filters.Read<double>("network_analysis").Length);
        Assert.Equal(20, filters.Read<double>("solver_forecast").Length);
        // All points are observed with unit errors, and the members start much nearer.
        Assert.InRange(result.Metrics["rmse_analysis_solver"], 0, 1);
        Assert.True(result.Metrics["microseconds"] > 0);
        // Times are told, not kept: another run writes the same bytes.
        Assert.DoesNotContain(
            "microseconds", File.ReadAllText(folder["default/result.json"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lorenz96-mno", "network.positions=true", "must be no: a longer ring has other positions")]
    [InlineData("lorenz96-mno", "forecast.time_step=0.03", "must be a multiple of forecast.time_step")]
    [InlineData("ks-surrogate", "filter.observations.every=1.5", "must be a multiple of data.every")]
    public void What_cannot_be_is_refused_before_anything_is_computed(string name, string change, string sentence) =>
        Assert.Contains(
            sentence, Assert.Throws<Sci.Cases.Settings.SettingsException>(() => Run(name, [change])).Message,
            StringComparison.Ordinal);

    private static IEnumerable<KeyValuePair<string, double>> Fixed(ExperimentResult result) =>
        result.Metrics.Where(metric => metric.Key != Metric.CpuSeconds);

    private ExperimentResult Run(string name, string[] changes) => Assert.Single(
        CaseKinds.All.Open(Path.Combine(Repository.Root, "cases", name)).Run(
            ["default"], new RunOptions { Overrides = changes, Output = folder[""] }, new NoProgress(),
            CancellationToken.None));
}

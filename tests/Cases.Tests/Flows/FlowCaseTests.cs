using Sci.Hdf5;
using Sci.Testing;

namespace Sci.Cases.Tests.Flows;

/// <summary>Small experiments of networks for plane flows.</summary>
public sealed class FlowCaseTests : IDisposable
{
    private static readonly string[] Small =
    [
        "data.points=16", "data.every_point=1", "data.viscosity=0.005", "data.runs=6", "data.snapshots=6",
        "data.test_runs=2", "data.given=3", "data.predicted=4",
        "network={width: 6, modes: 4, layers: 2, projection: 0}", "training.epochs=30", "training.batch_size=6",
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_network_knows_more_than_the_linear_equation_keeps_the_mean_and_is_read_back()
    {
        var first = Run("ns2d-fno", Small);
        var second = Run("ns2d-fno", Small);

        Assert.Equal(Fixed(first), Fixed(second));
        Assert.InRange(first.Metrics["relative_l2"], 0, 0.8 * first.Metrics["relative_l2_linear"]);
        // Single precision, a few steps.
        Assert.InRange(first.Metrics["conservation_error"], 0, 1e-5);
        using var data = Hdf5File.OpenRead(folder["ten-to-ten/1-data.h5"]);
        Assert.Equal([2L, 8, 16, 16], data.Dataset("tests").Shape);
        using var tests = Hdf5File.OpenRead(folder["ten-to-ten/3-tests.h5"]);
        Assert.Equal(4, tests.Read<double>("steps").Length);
    }

    [Fact]
    public void A_refined_forecast_is_nearer_with_less_residual_and_is_read_back()
    {
        string[] changes =
        [
            .. Small, "data.every=0.5", "data.predicted=3", "training.epochs=3",
            "refinement={runs: 2, order: 3, norm: h_minus_one, steps: 40, method: {quasi-newton: {memory: 20}}}",
        ];
        var first = Run("ns2d-fno", changes);
        var second = Run("ns2d-fno", changes);

        Assert.Equal(Fixed(first), Fixed(second));
        Assert.InRange(first.Metrics["refinement_steps"], 1, 40);
        Assert.True(first.Metrics["residual_cut"] > 10, $"{first.Metrics["residual_cut"]}");
        Assert.True(first.Metrics["error_cut"] > 2, $"{first.Metrics["error_cut"]}");
        using var file = Hdf5File.OpenRead(folder["ten-to-ten/4-refinement.h5"]);
        Assert.Equal([16L, 16], file.Dataset("refined").Shape);
    }

    [Theory]
    [InlineData("network.modes=40", "must be at most 16: 32 points carry no more of either sign")]
    [InlineData("training.shifts=true", "has shifts and reflections for lines alone")]
    [InlineData("data.every=0.23", "must be a multiple of data.time_step")]
    public void What_cannot_be_is_refused_before_anything_is_computed(string change, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<Sci.Cases.Settings.SettingsException>(() => Run("ns2d-fno", [change])).Message,
        StringComparison.Ordinal);

    private static IEnumerable<KeyValuePair<string, double>> Fixed(ExperimentResult result) => result.Metrics.Where(
        metric => metric.Key != Metric.CpuSeconds && !metric.Key.StartsWith("microseconds", StringComparison.Ordinal));

    private ExperimentResult Run(string name, string[] changes) => Assert.Single(
        CaseKinds.All.Open(Path.Combine(Repository.Root, "cases", name)).Run(
            ["ten-to-ten"], new RunOptions { Overrides = changes, Output = folder[""] }, new NoProgress(),
            CancellationToken.None));
}

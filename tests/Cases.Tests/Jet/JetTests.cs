using System.Globalization;
using Sci.Testing;

namespace Sci.Cases.Tests.Jet;

/// <summary>Small runs of the cases of two-layer turbulence.</summary>
public sealed class JetTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_wrong_beta_is_found_where_the_library_holds_it_and_a_second_run_reads_the_same()
    {
        var result = Run("qg", "QG-1009", "discovery.library=[psi1_x, psi2_x, lap(psi2)]");

        Assert.Equal(1, result.Metrics[Metric.SupportExact]);
        Assert.InRange(result.Metrics[Metric.CoefficientError], 0, 1e-8);
        Assert.Contains("psi1_x", File.ReadAllText(folder["QG-1009/report.md"]), StringComparison.Ordinal);
        File.Delete(folder["QG-1009/report.md"]);
        Assert.Equal(Kept(result), Kept(Run("qg", "QG-1009", "discovery.library=[psi1_x, psi2_x, lap(psi2)]")));
        Assert.True(File.Exists(folder["QG-1009/report.md"]));
    }

    [Theory]
    [InlineData("authors-QG-1004", "q1_t: J(psi1,q1)", -0.49874)]
    [InlineData("authors-QG-1009", "q1_t: y", -7.84)]
    public void The_authors_recipe_gives_what_it_gave_on_their_program(string name, string term, double published)
    {
        var result = Run("qg", name);

        // Another snapshot of the same climate: the bias of their recipe, up to 1.4 %, is of the same size.
        var found = result.Terms.Single(t => t.Term == term).Coefficient;
        Assert.InRange(found / published, 0.995, 1.005);
    }

    [Fact]
    public void Sparse_sensors_find_a_wrong_drag()
    {
        var result = Run("qg-sparse", "r70-QG-1006", "discovery.library=[lap(psi2), psi1]",
            "observations.interval=0.1");

        Assert.Equal(1, result.Metrics[Metric.SupportExact]);
        Assert.InRange(result.Metrics[Metric.CoefficientError], 0, 2e-3);
        Assert.InRange(result.Metrics["excess"], 0, 1.5);
    }

    [Fact]
    public void Interpolants_are_set_side_by_side_wave_by_wave()
    {
        _ = Run("qg-sparse", "compare-r10", """
            compared=[{name: least energy, with: {method: minimum-energy, power: 4, floor: 0.5}},
            {name: network, with: {method: network, layers: 1, width: 4, waves: 4, frequency: 1, epochs: 1,
            batch_size: 512, learning_rate: 0.01}}]
            """.ReplaceLineEndings(" "));

        var report = File.ReadAllText(folder["compare-r10/report.md"]);
        var (fill, network) = (Errors(report, "least energy"), Errors(report, "network"));

        // A tenth of the points: 1.7 % and 4 % of the two layers as the specification measured them.
        Assert.InRange(fill[0], 0.005, 0.03);
        Assert.InRange(fill[1], 0.02, 0.1);
        Assert.True(network[0] > 10 * fill[0]);
        Assert.Contains("spectral-bias", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_brings_the_forecasts_to_the_sensors_and_says_how_well()
    {
        string[] small =
        [
            "interpolation.members=6", "interpolation.cycles=3", "interpolation.settling=2", "interpolation.passes=1",
            "discovery.library=[lap(psi2)]",
        ];
        var result = Run("qg-sparse", "letkf-r10-QG-1006", small);

        // The forecasts of a wrong drag err more than the analyses; what they miss is the drag, or rather more of it,
        // as analyses that the wrong model made are taken as given once.
        var error = result.Metrics[Metric.RmseAnalysis];
        Assert.InRange(error, 1e-3, 0.8 * result.Metrics[Metric.RmseForecast]);
        Assert.InRange(result.Metrics[Metric.SpreadAnalysis], error / 5, error * 5);
        Assert.Contains("q2_t: lap(psi2)", result.Terms.Select(term => term.Term));
        Assert.InRange(result.Metrics[Metric.CoefficientError], 0, 0.5);
        Assert.Contains("## Filter", File.ReadAllText(folder["letkf-r10-QG-1006/report.md"]), StringComparison.Ordinal);
        File.Delete(folder["letkf-r10-QG-1006/4-discovery.h5"]);
        Assert.Equal(Kept(result), Kept(Run("qg-sparse", "letkf-r10-QG-1006", small)));
    }

    private static double[] Errors(string report, string name) =>
        [.. report.Split('\n').Single(line => line.StartsWith($"| {name} |", StringComparison.Ordinal))
            .Split('|', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Where(cell => cell.Trim().Length > 0).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];

    private static IEnumerable<KeyValuePair<string, double>> Kept(ExperimentResult result) =>
        result.Metrics.Where(metric => metric.Key != Metric.CpuSeconds);

    private ExperimentResult Run(string name, string experiment, params string[] overrides) => CaseKinds.All
        .Open(Path.Combine(Repository.Root, "cases", name))
        .Run([experiment], new RunOptions { Overrides = overrides, Output = folder.FullName }, new NoProgress(),
            CancellationToken.None)
        .Single();
}

using System.Text.RegularExpressions;
using Sci.Hdf5;
using Sci.Solvers;
using Sci.Testing;

namespace Sci.Cases.Tests.Twin;

/// <summary>Small experiments of the cases of filters.</summary>
public sealed partial class TwinTests : IDisposable
{
    private static readonly string[] Short = ["seeds=2", "analyses=60", "burn_in=5", "climate.states=200"];

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Cases => ["lorenz63", "lorenz96", "ks-enkf", "qg-enkf"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_text_report_sets_ours_beside_the_reference()
    {
        _ = Run("lorenz96", "denkf-40", Short);

        Snapshot.Verify(Figures().Replace(File.ReadAllText(folder["denkf-40/report.md"]), ""));
    }

    [Fact]
    public void A_second_run_reads_the_file_and_finds_the_same()
    {
        var first = Run("lorenz96", "enks-24", Short);
        File.Delete(folder["enks-24/report.md"]);
        var second = Run("lorenz96", "enks-24", Short);

        Assert.Equal(first.Metrics.Where(metric => metric.Key != Metric.CpuSeconds), second.Metrics.Where(
            metric => metric.Key != Metric.CpuSeconds));
        Assert.True(File.Exists(folder["enks-24/report.md"]));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_whatever_the_threads()
    {
        _ = Run("lorenz63", "sqrt-10", Short, threads: 1);
        var one = File.ReadAllBytes(folder["sqrt-10/3-analysis.h5"]);
        File.Delete(folder["sqrt-10/3-analysis.h5"]);
        _ = Run("lorenz63", "sqrt-10", Short, threads: 2);

        Assert.Equal(one, File.ReadAllBytes(folder["sqrt-10/3-analysis.h5"]));
    }

    [Fact]
    public void The_stage_file_holds_every_diagnostic_of_every_run()
    {
        _ = Run("lorenz63", "enkf-10", Short);

        using var file = Hdf5File.OpenRead(folder["enkf-10/3-analysis.h5"]);
        using var error = file.Dataset("analysis_error");
        Assert.Equal([2, 60], error.Shape);
        string[] diagnostics =
        [
            "analysis_crps", "forecast_spread", "ranks", "nearer_counts", "rcrv_deviation", "chi_square",
            "desroziers_observation",
            "desroziers_forecast",
        ];
        Assert.All(diagnostics, name => Assert.True(file.Contains(name), name));
        Assert.Equal(60 * 3, file.Read<long>("ranks").Take(11).Sum());
    }

    [Fact]
    public void A_filter_that_forecasts_beats_the_climatology()
    {
        string[] small = [.. Short, "system.points=16", "system.length=16", "start.spin_up=40", "start.free_run=10"];
        var climatology = Run("qg-enkf", "climatology", small).Metrics;
        var filter = Run("qg-enkf", "letkf-25", small).Metrics;

        Assert.InRange(filter[Metric.RmseAnalysis], 0, 0.7 * climatology[Metric.RmseAnalysis]);
    }

    [Theory]
    [InlineData(InterpolationName.Spectral)]
    [InlineData(InterpolationName.Spline)]
    public void Moving_points_are_elsewhere_at_every_time_and_scattered_ones_stay(InterpolationName interpolation)
    {
        var grid = Grid.Box(8, 8, 2, 2);
        var moving = new MovingSettings { Count = 5, Seed = 3, Interpolation = interpolation }.On(grid, 2, 1);
        var scattered = new ScatteredSettings { Count = 5, Seed = 3, Interpolation = interpolation }.On(grid, 2, 1);

        Assert.NotEqual(moving(0).Places!.Values.ToArray(), moving(1).Places!.Values.ToArray());
        Assert.Equal(moving(7).Places!.Values.ToArray(), moving(7).Places!.Values.ToArray());
        Assert.Equal(scattered(0).Places!.Values.ToArray(), scattered(1).Places!.Values.ToArray());
        Assert.All(moving(4).Places!.Values.ToArray(), place => Assert.InRange(place, 0, 2));
    }

    // The forcing that the members start from is 7, give or take 1; the truth's is 8.
    [Fact]
    public void A_filter_finds_the_forcing_with_the_state_and_is_nearer_than_the_wrong_model()
    {
        var wrong = Run("lorenz96", "sqrt-wrong", [.. Short, "burn_in=15"]).Metrics;
        var augmented = Run("lorenz96", "sqrt-augmented", [.. Short, "burn_in=15"]).Metrics;

        Assert.InRange(augmented["parameter"], 7.7, 8.3);
        Assert.InRange(augmented[Metric.RmseAnalysis], 0, 0.7 * wrong[Metric.RmseAnalysis]);
        Assert.DoesNotContain("parameter", wrong.Keys);
    }

    [Fact]
    public void Observations_between_the_analyses_serve_at_their_own_times()
    {
        var alone = Run("lorenz96", "sqrt-40-every-4", [.. Short, "analyses=100"]).Metrics;
        var all = Run("lorenz96", "asynchronous-40", [.. Short, "analyses=400"]).Metrics;

        Assert.InRange(all[Metric.RmseForecast], 0, 0.9 * alone[Metric.RmseForecast]);
    }

    [Theory]
    [InlineData("observations.every=0.07", "must be a multiple of")]
    [InlineData("observations.places={pattern: tracks, tracks: 3, shift: 1}", "3 tracks need a box in two dimensions with as many columns")]
    [InlineData(
        "observations.places={pattern: blocks, length: 7}", "Blocks of 7 do not divide the 40 points of axis x")]
    [InlineData("assimilation={method: enks, members: 9, analysis: {method: letkf, half_width: 4}, inflation: 1, lag: 3}", "take one that does not localise")]
    [InlineData(
        "assimilation={method: asynchronous, members: 9, analysis: {method: letkf, half_width: 4}, inflation: 1, window: 2}",
        "take one that does not localise")]
    [InlineData(
        "assimilation={method: augmented, members: 9, analysis: {method: serial, half_width: 4}, inflation: 1, deviation: 1}",
        "take an analysis that does not localise")]
    [InlineData(
        "model={name: lorenz96, variables: 36, forcing: 7, time_step: 0.05}",
        "must have the steps, the fields and the points of the system")]
    [InlineData("assimilation.analysis=entf", "did you mean `enkf`?")]
    public void An_impossible_setting_is_answered_with_its_place(string change, string sentence)
    {
        var wrong = Assert.Throws<Sci.Cases.Settings.SettingsException>(() => Run("lorenz96", "enkf-40", [change]));

        Assert.Contains(sentence, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ks-enkf", "denkf-40", "system.points=48")]
    [InlineData("qg-enkf", "letkf-25", "system.points=24")]
    public void Single_precision_is_refused_where_no_lanes_are(string name, string experiment, string points)
    {
        var wrong = Assert.Throws<Sci.Cases.Settings.SettingsException>(
            () => Run(name, experiment, ["system.precision=single", points]));

        Assert.Contains("system.precision cannot be used: Single precision", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_in_single_precision_is_as_good()
    {
        string[] changes = [.. Short, "seeds=1"];
        var plain = Run("ks-enkf", "denkf-40", changes).Metrics[Metric.RmseAnalysis];
        var single = Run("ks-enkf", "denkf-40", [.. changes, "system.precision=single"]).Metrics[Metric.RmseAnalysis];

        Assert.NotEqual(plain, single);
        Assert.InRange(single / plain, 0.8, 1.25);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_promise_of_a_case_is_about_an_experiment_of_it(string name)
    {
        var place = Path.Combine(Repository.Root, "cases", name);
        var experiments = CaseKinds.All.Open(place).Experiments.Select(each => each.Name).ToArray();
        var expected = ExpectationFile.Of(place).Expected;

        Assert.NotEmpty(expected);
        Assert.All(expected.SelectMany(each => each.Experiments), pattern =>
            Assert.Contains(experiments, experiment => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(
                pattern, experiment)));
    }

    private ExperimentResult Run(string name, string experiment, string[] changes, int? threads = null) =>
        CaseKinds.All.Open(Path.Combine(Repository.Root, "cases", name))
            .Run([experiment], new RunOptions { Overrides = changes, Output = folder.FullName, Threads = threads }, new NoProgress(), default)
            .Single();

    // Figures are drawn only where gnuplot is; what they show is tested elsewhere.
    [GeneratedRegex(@"\n(!\[.*\]\(.*\)|\*[^*].*\*( Not drawn: .*)?|> .*gnuplot.*)\n")]
    private static partial Regex Figures();
}

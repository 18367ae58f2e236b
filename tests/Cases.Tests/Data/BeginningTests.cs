using Sci.Cases.Tests.Medida;
using Sci.Numerics;
using Sci.Solvers;
using Sci.Testing;

namespace Sci.Cases.Tests.Data;

/// <summary>Cases that begin at a later stage, with a file.</summary>
public sealed class BeginningTests
{
    private static readonly (string From, string To) Grid =
        ("points: 96, length: 36", "points: 256, length: 100, origin: -50");
    private static readonly (string From, string To) Candidates =
        ("maximum_power: 1, maximum_derivative: 4", "maximum_power: 4, maximum_derivative: 4");

    [Fact]
    public void Observations_that_Sci_wrote_lead_to_the_very_terms_that_they_led_to()
    {
        using var folder = new TemporaryFolder();
        var first = Small.Run("KS-2", folder["out"]);
        using var given = new GivenCase(
            "observations: {file: seen.h5, values: observed}", "{method: consistent, passes: 4}", Grid, Candidates,
            ("floor: 1.0e-4, minimum_contribution: 1.0e-2", "floor: 1.0e-4, minimum_contribution: 1.0e-3"),
            ("etdrk4, time_step: 0.01", "cnab2, time_step: 0.005"));
        File.Copy(folder["out/KS-2/2-observations.h5"], given["seen.h5"]);

        var second = given.Run();

        var (one, other) = (Assert.Single(first.Terms), Assert.Single(second.Terms));
        // The truth's grid decides which plan of the transform serves, so that sums differ by rounding.
        Assert.Equal(one.Term, other.Term);
        Assert.Equal(one.Coefficient, other.Coefficient, 1e-12);
        Assert.False(second.Metrics.ContainsKey(Metric.EpsilonBefore));
        Assert.Contains("15 snapshots from seen.h5, 0 values missing", File.ReadAllText(given["out/default/report.md"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Increments_that_Sci_wrote_lead_to_the_very_terms_that_they_led_to()
    {
        using var folder = new TemporaryFolder();
        var first = Small.Run("authors-KS-2", folder["out"]);
        using var given = new GivenCase(
            "increments: {file: 3-analysis.h5}", "{method: single-pass, derivatives: authors, library_at: analysis}",
            Grid, Candidates,
            ("evidence, floor: 1.0e-4, minimum_contribution: 1.0e-2", "authors, prune_at: 100, tolerance: 0.1"));
        File.Copy(folder["out/authors-KS-2/3-analysis.h5"], given["3-analysis.h5"]);

        var second = given.Run();

        Assert.Equal(first.Terms, second.Terms);
        Assert.Equal(10, second.Metrics[Metric.Samples]);
    }

    [Fact]
    public void Analyses_alone_are_stepped_from_each_to_the_next()
    {
        using var given = new GivenCase("analysis: {file: reanalysis.h5}");
        var times = GivenCase.Regular(60, 0.2);
        given.WriteSeries("reanalysis.h5", "analysis", times, GivenCase.Trajectory(times));

        var found = Assert.Single(given.Run("model.time_step=0.05").Terms);

        Assert.Equal("u_xx", found.Term);
        Assert.Equal(-1, found.Coefficient, 1e-3);
    }

    [Fact]
    public void Increments_of_different_lengths_without_forecasts_are_regressed()
    {
        using var given = new GivenCase(
            "increments: {file: 3.h5, increment: du, length: 0.01}",
            "{method: single-pass, derivatives: spectral, library_at: analysis}");
        var states = GivenCase.Trajectory(GivenCase.Regular(20, 3));
        given.Write("3.h5", file =>
        {
            var second = new TermEvaluator(GivenCase.Model(0.01).Grid, ["u"], [Term.Parse("u_xx")]);
            file.Write<double>("analysis", states.Values, [20, GivenCase.Points]);
            file.Write<double>("du", [.. Enumerable.Range(0, 20).SelectMany(row => second.Evaluate(states[row]).Values.ToArray()).Select(value => -0.01 * value)], [20, GivenCase.Points]);
        });

        var found = Assert.Single(given.Run().Terms);

        Assert.Equal(("u_xx", -1.0), (found.Term, Math.Round(found.Coefficient, 6)));
    }

    [Fact]
    public void A_truth_from_a_file_is_seen_and_its_rest_is_forecast()
    {
        using var given = new GivenCase("""
            truth: {file: run.h5, equation: u_t = -u*u_x - u_xx - u_xxxx}
            observations: {windows: 20, every: 2, times: [0, 0.1], noise: 0}
            verification: {forecasts: 2, apart: 3, length: 2, every: 0.5, threshold: 0.5}
            """);
        var times = GivenCase.Regular(600, 0.1);
        given.WriteSeries("run.h5", "u", times, GivenCase.Trajectory(times));

        var result = given.Run("model.time_step=0.05");

        Assert.Equal(("u_xx", 1.0), (Assert.Single(result.Terms).Term, result.Metrics[Metric.SupportExact]));
        Assert.True(result.Metrics[Metric.ValidTimeAfter] > result.Metrics[Metric.ValidTimeBefore]);
    }

    [Fact]
    public void A_run_starts_from_a_state_of_a_file_as_from_its_formula()
    {
        const string Truth = "truth: {equation: u_t = -u*u_x - u_xx - u_xxxx, scheme: etdrk4, time_step: 0.01, initial: INITIAL, spin_up: 20}\n"
            + "observations: {windows: 5, every: 2, times: [0, 0.01], noise: 0}";
        using var formula = new GivenCase(Truth.Replace("INITIAL", "cos(2*pi*x/36)", StringComparison.Ordinal));
        using var file = new GivenCase(Truth.Replace("INITIAL", "{file: start.npy}", StringComparison.Ordinal));
        Npy.Write(file["start.npy"], [GivenCase.Points], [.. GivenCase.Coordinates().Select(
            x => Math.Cos(2 * Math.PI * x / 36))]);

        Assert.Equal(formula.Run().Terms, file.Run().Terms);
    }

    [Fact]
    public void Observations_scattered_in_time_and_space_with_errors_of_their_own_and_gaps_are_cycled_over()
    {
        using var given = new GivenCase(
            "observations: {file: buoys.csv, units: {time: s, position: km}}\nassimilation: {method: cycle, analysis: etkf, members: 40, inflation: 1.3, "
            + "background_deviation: 0.1, observation_deviation: 0.01, burn_in: 40}",
            "{method: single-pass, derivatives: spectral, library_at: midpoint}",
            ("floor: 1.0e-4, minimum_contribution: 1.0e-2", "floor: 0.05, minimum_contribution: 0.2"));
        var random = new RandomSource(5);
        double[] times = [.. Enumerable.Range(0, 250).Select(
            i => Math.Round((0.04 * i) + (0.01 * random["times"][i].Below(3)), 6))];
        var states = GivenCase.Trajectory(times);
        var model = GivenCase.Model(0.01);
        using (var file = File.CreateText(given["buoys.csv"]))
        {
            file.WriteLine("# drifting buoys\ntime [h],x [km],value,error");
            for (var row = 0; row < times.Length; row++)
            {
                var noise = random["noise"][row];
                var places = new States(72, 1);
                for (var i = 0; i < 72; i++)
                {
                    places[i][0] = (GivenCase.Length * (i + noise.Uniform()) / 72) + (i % 2 * GivenCase.Length);
                }

                var seen = new double[72];
                Assimilation.Observations.At(model.Grid, places, 1).Operator.Apply(states[row], seen);
                for (var i = 0; i < 72; i++)
                {
                    var value = i % 17 == 3 ? "" : FormattableString.Invariant($"{seen[i] + (0.005 * noise.Normal())}");
                    file.WriteLine(FormattableString.Invariant($"{times[row] / 3600:r},{places[i][0]},{value},0.005"));
                }
            }
        }

        var result = given.Run();

        // A filter with a wrong model leaves a bias, which other terms may answer for; the one that lacks stands out.
        Assert.Equal(-1, Assert.Single(result.Terms, found => found.Term == "u_xx").Coefficient, 0.15);
        Assert.All(
            result.Terms.Where(found => found.Term != "u_xx"), found => Assert.InRange(found.Coefficient, -0.3, 0.3));
    }
}

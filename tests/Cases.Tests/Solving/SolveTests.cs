using Sci.Cases.Settings;
using Sci.Hdf5;
using Sci.Solvers;
using Sci.Testing;

namespace Sci.Cases.Tests;

/// <summary>Runs of solvers as cases.</summary>
public sealed class SolveTests
{
    private const string Wave =
        """
        kind: solve
        title: A shape that travels
        seed: 1
        system: {name: equation, equation: u_t = -0.25*u_x, grid: {points: 16, length: 1}, scheme: etdrk4, step: 1/10}
        initial: sin(2*pi*x)
        duration: 2
        saves: 4
        watch: {tail: 1.0e-9, kept: [mean_u], drift: 1.0e-9}
        reference: sin(2*pi*(x - 0.25*t))
        """;

    private const string Flow =
        """
        kind: solve
        title: Stirred flow
        seed: 1
        system: {name: navier-stokes, points: 16, length: 2*pi, viscosity: 0.01, scheme: krogstad, step: 1/10}
        initial: {random: 1, periods: 2}
        stirring: {wavenumber: 3, half_width: 1, rate: 0.1}
        duration: 1
        saves: 2
        """;

    // A Rossby wave, in phase in both layers, between walls at ±π/2: c = -β/(k² + l²).
    private const string Channel =
        """
        kind: solve
        title: A wave between walls
        seed: 1
        system:
          {name: two-layers, walls: true, points: 16, points_y: 8, length: 2*pi, length_y: pi, beta: 1, deformation_radius: 1,
           depth_ratio: 1, upper_current: 0, scheme: rk4, step: 1/20}
        initial: {fields: {q1: cos(x)*cos(y), q2: cos(x)*cos(y)}}
        duration: 2
        saves: 2
        reference: cos(x + t/2)*cos(y)
        """;

    [Fact]
    public void Walls_bound_a_channel_with_zero_in_its_middle()
    {
        using var folder = new TemporaryFolder();
        Assert.InRange(Run(folder.FullName, Channel).Metrics[Metric.RelativeL2], 0, 1e-6);
        using var file = Hdf5File.OpenRead(Path.Combine(folder.FullName, "out", "default", "1-solution.h5"));
        Assert.Equal(-Math.PI * 7 / 16, file.Read<double>("y")[0], 1e-15);
        var failure = Assert.Throws<SettingsException>(
            () => Run(folder.FullName, Channel + "\norder: {of: space, time: 1}"));
        Assert.Contains("of: time", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_is_held_against_its_exact_solution()
    {
        using var folder = new TemporaryFolder();
        var result = Run(folder.FullName, Wave);
        Assert.InRange(result.Metrics[Metric.RelativeL2], 0, 1e-13);
        Assert.InRange(result.Metrics[Metric.ConservationError], 0, 1e-12);
        Assert.Equal(20, result.Metrics["steps"]);
        var report = File.ReadAllText(Path.Combine(folder.FullName, "out", "default", "report.md"));
        Assert.Contains("u_t = -0.25*u_x", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_lie_over_time_and_space_in_the_file()
    {
        using var folder = new TemporaryFolder();
        Run(folder.FullName, Flow);
        using var file = Hdf5File.OpenRead(Path.Combine(folder.FullName, "out", "default", "1-solution.h5"));
        Assert.Equal([3, 16, 16], file.Dataset("w").Shape);
        Assert.Equal(3, file.Read<double>("mean_of_enstrophy").Length);
        Assert.Equal(file.Read<double>("wavenumber").Length, file.Read<double>("flux_w").Length);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_on_any_number_of_threads()
    {
        using var one = new TemporaryFolder();
        using var two = new TemporaryFolder();
        Run(one.FullName, Flow, new RunOptions { Threads = 1 });
        Run(two.FullName, Flow, new RunOptions { Threads = 4 });
        string Of(TemporaryFolder folder) => Path.Combine(folder.FullName, "out", "default", "1-solution.h5");
        Assert.Equal(File.ReadAllBytes(Of(one)), File.ReadAllBytes(Of(two)));
    }

    [Fact]
    public void A_second_run_reads_the_first()
    {
        using var folder = new TemporaryFolder();
        var first = Run(folder.FullName, Wave);
        var second = Run(folder.FullName, Wave);
        Assert.Equal(
            first.Metrics.Where(pair => pair.Key != Metric.CpuSeconds),
            second.Metrics.Where(pair => pair.Key != Metric.CpuSeconds));
    }

    [Fact]
    public void A_run_that_is_not_resolved_says_so()
    {
        using var folder = new TemporaryFolder();
        var failure = Assert.Throws<BlowUpException>(
            () => Run(folder.FullName, Wave.Replace("-0.25*u_x", "-u*u_x", StringComparison.Ordinal)));
        Assert.Contains("take more points than 16", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Wave, 1e-9)]
    [InlineData(Flow, 1e-10)]
    public void Single_precision_changes_a_run_by_rounding(string text, double least)
    {
        using TemporaryFolder one = new(), other = new();
        text = text.Replace("1.0e-9", "1.0e-5", StringComparison.Ordinal).Replace(
            "stirring:", "_stirring:", StringComparison.Ordinal);
        text = string.Join('\n', text.Split('\n').Where(line => !line.StartsWith('_')));
        Run(one.FullName, text);
        Run(other.FullName, text.Replace("scheme:", "precision: single, scheme:", StringComparison.Ordinal));
        double[] plain = Last(one.FullName), single = Last(other.FullName);
        var difference = plain.Zip(single, (a, b) => Math.Abs(a - b)).Max();
        Assert.InRange(difference / plain.Max(Math.Abs), least, 3e-6);
    }

    [Theory]
    [InlineData("saves: 4", "saves: 3", "multiples of the time step")]
    [InlineData("initial: sin(2*pi*x)", "", "is missing")]
    [InlineData("-0.25*u_x", "-0.25*v_x", "not a field")]
    [InlineData(
        "scheme: etdrk4, step: 1/10", "scheme: sbdf2, step: {tolerance: 1.0e-6, halvings: 5}", "one-step scheme")]
    [InlineData("points: 16, length: 1}", "points: 18, length: 1}, precision: single", "or double precision")]
    [InlineData(
        "step: 1/10", "precision: single, step: {tolerance: 1.0e-6, halvings: 5}", "must be `double` where steps vary")]
    public void What_cannot_be_solved_is_said_before_it_is_tried(string text, string other, string complaint)
    {
        using var folder = new TemporaryFolder();
        var failure = Assert.Throws<SettingsException>(
            () => Run(folder.FullName, Wave.Replace(text, other, StringComparison.Ordinal)));
        Assert.Contains(complaint, failure.Message, StringComparison.Ordinal);
    }

    private static double[] Last(string folder)
    {
        using var file = Hdf5File.OpenRead(Path.Combine(folder, "out", "default", "1-solution.h5"));
        return file.Read<double>(file.Contains("u") ? "u" : "w");
    }

    private static ExperimentResult Run(string folder, string yaml, RunOptions? options = null)
    {
        File.WriteAllText(Path.Combine(folder, "case.yaml"), yaml);
        return CaseKinds.All.Open(folder).Run([], options ?? new RunOptions(), new NoProgress(), default).Single();
    }
}

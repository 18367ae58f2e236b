using System.Diagnostics;
using Sci.Cases.Settings;
using Sci.Hdf5;
using Sci.Solvers;

namespace Sci.Cases.Tests.Programs;

/// <summary>
/// Models that are programs: what comes out of them, and one sentence for each way in which they fail.
/// </summary>
public sealed class ProgramModelTests
{
    [Theory]
    [InlineData("{method: single-pass, derivatives: spectral, library_at: midpoint}")]
    [InlineData("{method: consistent, passes: 4}")]
    public void A_model_that_does_nothing_is_found_to_lack_the_whole_equation(string method)
    {
        using var shell = new Shell("cp $0 $1", method);

        var result = shell.Run();

        Assert.Equal(["u*u_x", "u_xx", "u_xxxx"], result.Terms.Select(term => term.Term).Order(StringComparer.Ordinal));
        Assert.All(result.Terms, term => Assert.Equal(-1, term.Coefficient, 0.05));
    }

    [Fact]
    public void A_program_is_called_once_for_all_windows_in_the_case_folder()
    {
        using var shell = new Shell("pwd >> calls; cp $0 $1");

        _ = shell.Run();

        Assert.Equal([Path.GetDirectoryName(shell["calls"])!], File.ReadAllLines(shell["calls"]));
    }

    [Fact]
    public void A_verification_runs_the_program_with_the_terms_found_beside_it()
    {
        using var shell = new Shell("cp $0 $1");

        var result = shell.Run("verification={forecasts: 1, apart: 1, length: 0.04, every: 0.01, threshold: 0.02}");

        Assert.Equal(0.04 * result.Metrics["lyapunov_exponent"], result.Metrics[Metric.ValidTimeAfter], 1e-9);
    }

    [Theory]
    [InlineData("echo one; echo two >&2; exit 3", "ended with exit code 3; its last lines: ")]
    [InlineData("exit 3", "ended with exit code 3; it wrote nothing on its output.")]
    [InlineData("true", "ended well but wrote no {out} file; it wrote nothing on its output.")]
    [InlineData("echo ready; echo no > $1", "wrote cannot be read ({out}: ")]
    [InlineData("kill -9 $$", "ended with exit code 137; ")]
    public void A_program_that_fails_is_told_in_one_sentence_with_its_last_lines(string line, string sentence)
    {
        using var shell = new Shell(line);

        var error = Assert.Throws<ProgramException>(() => shell.Run());

        Assert.Contains($"program sh {sentence}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData(
        new long[] { 20, 63 }, 1.0, "wrote u with the shape [20, 63], where [20, 64] (members, points) is wanted")]
    [InlineData(new long[] { 1280 }, 1.0, "wrote u with the shape [1280], where [20, 64] (members, points) is wanted")]
    [InlineData(
        new long[] { 20, 64 }, double.NaN, "Member 0 is no longer finite as the program sh wrote it at t = 0.002; ")]
    [InlineData(new long[] { 20, 64 }, double.PositiveInfinity, "Member 0 is no longer finite")]
    public void A_forecast_of_the_wrong_shape_or_not_finite_is_told_in_one_sentence(
        long[] shape, double value, string sentence)
    {
        using var shell = new Shell("echo working; cp made.h5 $1");
        using (var file = Hdf5File.Create(shell["made.h5"]))
        {
            file.Write<double>("u", [.. Enumerable.Repeat(value, (int)shape.Aggregate((a, b) => a * b))], shape);
        }

        var error = Assert.ThrowsAny<Exception>(() => shell.Run());

        Assert.True(error is ProgramException or BlowUpException);
        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        Assert.Contains("its last lines: working", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_forecast_under_another_name_is_told_with_the_names_that_are_there()
    {
        using var shell = new Shell("cp made.h5 $1");
        using (var file = Hdf5File.Create(shell["made.h5"]))
        {
            file.Write<double>("v", [1], [1]);
        }

        Assert.Contains("has no dataset u; it has v", Assert.Throws<ProgramException>(() => shell.Run()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_hangs_is_stopped_at_its_limit_with_its_children()
    {
        using var shell = new Shell("echo thinking; sleep 300 & wait");
        var watch = Stopwatch.StartNew();

        var error = Assert.Throws<ProgramException>(() => shell.Run("model.time_limit=0.5"));

        Assert.Contains(
            "did not end within 0.5 s and was stopped; raise model.time_limit or "
            + "mend the program; its last lines: thinking.",
            error.Message, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0.5, 150);
    }

    [Fact]
    public async Task A_run_that_is_stopped_stops_its_program()
    {
        using var shell = new Shell("touch begun; sleep 300");
        using var stop = new CancellationTokenSource();
        var run = Task.Run(() => shell.Run(new RunOptions(), stop.Token));
        while (!File.Exists(shell["begun"]) && !run.IsCompleted)
        {
            await Task.Delay(20);
        }

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public void A_program_that_is_not_there_is_named()
    {
        using var shell = new Shell("");

        var error = Assert.Throws<ProgramException>(() => shell.Run("model.command=[./mine, '{in}', '{out}']"));

        Assert.StartsWith("The model's program ./mine cannot be started in ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Commands_are_refused_where_the_user_says_so()
    {
        using var shell = new Shell("touch begun; cp $0 $1");

        var error = Assert.Throws<SettingsException>(() => shell.Run(new RunOptions { NoCommands = true }));

        Assert.StartsWith("--no-commands: this case's model is the command `sh -c touch begun", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(shell["begun"]));
    }

    [Fact]
    public void A_program_that_was_changed_is_run_again()
    {
        using var shell = new Shell("");
        File.WriteAllText(shell["model.sh"], "echo >> calls; cp $1 $2");
        var command = "model.command=[sh, model.sh, '{in}', '{out}']";
        _ = shell.Run(command);
        _ = shell.Run(command);
        Assert.Single(File.ReadAllLines(shell["calls"]));

        File.WriteAllText(shell["model.sh"], "echo >> calls; cp $1 $2 # mended");
        _ = shell.Run(command);

        Assert.Equal(2, File.ReadAllLines(shell["calls"]).Length);
    }

    [Theory]
    [InlineData("model.command=[]", "has 0 items; 1 or more are wanted")]
    [InlineData("model.command=[./mine]", "must hand {in} and {out} to the program")]
    [InlineData("discovery={method: solver-in-the-loop, passes: 3, library: {also_terms: [u_xx]}}", "needs the model's equation, which a program does not give")]
    public void What_no_program_could_do_is_told_before_the_run(string change, string sentence)
    {
        using var shell = new Shell("true");

        Assert.Contains(
            sentence, Assert.Throws<SettingsException>(() => shell.Run(change)).Message, StringComparison.Ordinal);
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Sci.Cases;
using Sci.Testing;

namespace Sci.Cli.Tests;

/// <summary>What a run is said to take of memory, against what a process of its own took.</summary>
public sealed partial class MemoryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("ks", "authors-enkf-KS-2", "assimilation.members=20000", "observations.windows=2", "truth.spin_up=1")]
    [InlineData(
        "lorenz96", "climatology", "seeds=1", "analyses=20", "burn_in=0.05", "system.variables=400",
        "climate={states: 100000, apart: 0.05}")]
    [InlineData("burgers-pinn", "default", "training.adam_steps=1", "training.newton_steps=2",
        "problem.network={width: 40, depth: 5}")]
    [InlineData("burgers-fno", "one-cycle", "data.runs=60", "data.test_runs=60", "training.epochs=1",
        "network={fourier-operator: {width: 128}}", "training.batch_size=60")]
    public async Task A_run_takes_the_memory_that_was_foretold_within_a_fifth(
        string name, string experiment, params string[] changes)
    {
        string[] words =
        [
            Path.Combine(Repository.Root, "cases", name), "-e", experiment, "--threads", "2", "--quiet",
            "--out", folder["out"], .. changes.SelectMany(change => new[] { "--set", change }),
        ];
        var foretold = Foretold(Answer([.. words, "--memory", "0.01"]).Error);

        using var run = Child.Sci(words);
        var taken = await Peak(run);

        Assert.Equal(0, run.ExitCode);
        Assert.InRange(taken / foretold, 0.8, 1.2);
    }

    [Theory]
    [InlineData(
        "ks", "authors-enkf-KS-2", "assimilation.members=1000000000",
        "an ensemble of 1000000000 members of 1024 points: take fewer assimilation.members")]
    [InlineData("ks", "KS-2", "observations.windows=50000000", "of 50000000 windows: take fewer observations.windows")]
    [InlineData("lorenz96", "enkf-40", "assimilation.members=1000000000", "1000000000 members")]
    public void A_run_that_would_not_fit_is_refused_before_anything_is_written(
        string name, string experiment, string change, string most)
    {
        var file = Path.Combine(Repository.Root, "cases", name, "case.yaml");

        var answer = Answer(
            Path.GetDirectoryName(file)!, "-e", experiment, "--set", change, "--out", folder["out"]);

        Assert.Equal((2, ""), (answer.Code, answer.Out));
        Assert.StartsWith(
            $"sci: {file}: experiment {experiment} would take about ", answer.Error, StringComparison.Ordinal);
        Assert.Contains(most, answer.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Fact]
    public void An_array_longer_than_any_is_refused_however_much_memory_there_is()
    {
        var estimate = new MemoryEstimate(0, isAtLeast: false, [new HeldArray("a thing", 3e9, 1, "points")]);

        Assert.Contains("3e+09 numbers in one array, a thing", estimate.Complaint(1e15), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_experiment_that_ships_tells_what_memory_it_takes()
    {
        var found = Directory.EnumerateFiles(
            Path.Combine(Repository.Root, "cases"), "case.yaml", SearchOption.AllDirectories)
            .Select(CaseKinds.All.Open).SelectMany(each => each.Experiments.DistinctBy(one => one.IsDefault)
                .Select(one => each.Memory(one.Name)));

        Assert.All(found, estimate => Assert.InRange(estimate!.Bytes, 50e6, 4e9));
    }

    [Fact]
    public void A_case_that_is_right_tells_the_memory_of_its_experiments()
    {
        var answer = Answer("validate", Path.Combine(Repository.Root, "cases", "ks"));

        Assert.Contains("Memory of authors-KS-1, ", answer.Out, StringComparison.Ordinal);
        Assert.Matches(@" more: about \d+ MB", answer.Out);
    }

    private static Answer Answer(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal(output, error, LiveOut: false, LiveError: false, TimeProvider.System, default);
        return new Answer(SciCommand.Run(words, terminal, CaseKinds.All), output.ToString(), error.ToString());
    }

    private static double Foretold(string sentence)
    {
        var match = Total().Match(sentence);
        return double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            * (match.Groups[2].Value == "GB" ? 1e9 : 1e6);
    }

    // The system keeps the peak for as long as the process is there; it does not fall.
    private static async Task<double> Peak(System.Diagnostics.Process run)
    {
        var (peak, said) = (0.0, run.StandardOutput.ReadToEndAsync());
        while (!run.HasExited)
        {
            var match = HighWater().Match(await Status(run.Id));
            peak = match.Success ? 1024 * double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : peak;
            await Task.Delay(20);
        }

        await said;
        await run.WaitForExitAsync();
        return peak;
    }

    private static async Task<string> Status(int process)
    {
        try
        {
            return await File.ReadAllTextAsync($"/proc/{process}/status");
        }
        catch (IOException)
        {
            return "";
        }
    }

    [GeneratedRegex("about ([0-9.]+) (MB|GB) of memory")]
    private static partial Regex Total();

    [GeneratedRegex(@"VmHWM:\s*(\d+) kB")]
    private static partial Regex HighWater();
}

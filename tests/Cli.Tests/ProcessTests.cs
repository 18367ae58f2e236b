using System.Diagnostics;
using Sci.Testing;

namespace Sci.Cli.Tests;

/// <summary>The program as a process of its own.</summary>
public sealed class ProcessTests
{
    private static readonly string Case = Path.Combine(Repository.Root, "cases", "ks");

    [Theory]
    [InlineData("-INT")]
    [InlineData("-HUP")]
    public async Task Ctrl_C_or_a_lost_terminal_ends_a_run_with_130_and_leaves_whole_files(string signal)
    {
        var output = Directory.CreateTempSubdirectory("sci").FullName;
        using var run = Child.Sci([Case, "--experiment", "KS-2", "--out", output]);
        var watch = Stopwatch.StartNew();
        while (!File.Exists(Path.Combine(output, "KS-2", ".lock")) && watch.Elapsed < TimeSpan.FromMinutes(1))
        {
            await Task.Delay(20);
        }

        await Child.Signal(run, signal);
        var said = await run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();
        var left = Directory.GetFiles(Path.Combine(output, "KS-2")).Select(Path.GetFileName);
        Directory.Delete(output, recursive: true);

        Assert.Equal(130, run.ExitCode);
        Assert.EndsWith("sci: Stopped; what is finished is kept, and the next run goes on from it.\n", said, StringComparison.Ordinal);
        Assert.DoesNotContain(left, name => name!.Contains("part", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_comes_soon()
    {
        var watch = Stopwatch.StartNew();
        using var run = Child.Sci(["list", Case]);
        var said = await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("* KS-2", said, StringComparison.Ordinal);
        // Half a second where nothing else runs.
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }
}

using System.Security.Cryptography;
using Sci.Faults;
using Sci.Testing;

namespace Sci.Cli.Tests;

/// <summary>The program ended by signals at moments spread over every stage.</summary>
public sealed class DeathTests : IDisposable
{
    // What a run leaves, in the order in which it comes; the first is there before the first stage begins.
    private static readonly string[] Moments =
        [".lock", "1-truth.h5", "2-observations.h5", "3-analysis.h5", "4-discovery.h5", "5-verification.h5", "6-draws.h5"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Runs_ended_in_every_stage_leave_whole_files_and_the_last_one_what_an_undisturbed_run_leaves()
    {
        Assert.Equal(0, await Finish("undisturbed"));
        var undisturbed = Stages("undisturbed");
        Assert.Equal(Moments[1..], undisturbed.Keys);

        Assert.Equal(130, await End("-INT", ".lock"));
        Assert.Empty(Directory.GetFiles(Of("ended"), "*.unfinished"));
        foreach (var moment in Moments)
        {
            _ = await End("-KILL", moment);
            Assert.All(Stages("ended"), stage => Assert.Equal(undisturbed[stage.Key], stage.Value));
        }

        Assert.Equal(0, await Finish("ended"));
        Assert.Equal(undisturbed, Stages("ended"));
        Assert.Equal(File.ReadAllText(Path.Combine(Of("undisturbed"), "result.json")), File.ReadAllText(
            Path.Combine(Of("ended"), "result.json")));
    }

    private string Of(string output) => Path.Combine(folder[output], SmallCase.Experiment);

    private SortedDictionary<string, string> Stages(string output) => new(
        Directory.GetFiles(Of(output), "*.h5").ToDictionary(
            path => Path.GetFileName(path), path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))),
        StringComparer.Ordinal);

    private async Task<int> Finish(string output)
    {
        using var run = Child.Sci([.. SmallCase.EveryStage, "--out", folder[output]]);
        await run.WaitForExitAsync();
        return run.ExitCode;
    }

    // The signal comes as soon as the file is there, in the stage that follows, and before the program can end by
    // itself.
    private async Task<int> End(string signal, string moment)
    {
        Directory.CreateDirectory(Of("ended"));
        File.Delete(Path.Combine(Of("ended"), ".lock"));
        using var run = Child.Sci([.. SmallCase.EveryStage, "--out", folder["ended"]]);
        while (!File.Exists(Path.Combine(Of("ended"), moment)) && !run.HasExited)
        {
            await Task.Delay(1);
        }

        await Child.Signal(run, signal);
        await run.WaitForExitAsync();
        return run.ExitCode;
    }
}

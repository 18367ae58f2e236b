using System.Diagnostics;
using Sci.Cases.Files;
using Sci.Hdf5;
using Sci.Numerics;
using Sci.Testing;

namespace Sci.Cases.Tests.Files;

public sealed class FaultTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_run_killed_while_it_writes_leaves_whole_files_and_a_free_folder()
    {
        using (var child = Start("", folder.FullName, "stop"))
        {
            WaitFor(child, "half");
            Assert.Throws<StageException>(() => new StageStore(folder.FullName));
            child.Kill();
            child.WaitForExit();
        }

        Assert.Equal([".lock", "1-stage.h5", "2-stage.h5.unfinished"], Names());
        Assert.Equal(0, Finish());
        Assert.Equal([".lock", "1-stage.h5", "2-stage.h5", "3-stage.h5"], Names());
        AssertSameAsUndisturbed();
    }

    [Fact]
    public void A_run_killed_at_any_moment_is_finished_by_the_next()
    {
        var random = new RandomSource(1)["kills"];
        for (var kill = 0; kill < 5; kill++)
        {
            using var child = Start("", folder.FullName, "run");
            Thread.Sleep((int)(300 * random.Uniform()));
            child.Kill();
            child.WaitForExit();
            foreach (var path in Directory.GetFiles(folder.FullName, "*.h5"))
            {
                using var file = Hdf5File.OpenRead(path);
                Assert.Equal(StageWriter.Values, file.ReadDoubles("u").Length);
            }
        }

        Assert.Equal(0, Finish());
        AssertSameAsUndisturbed();
    }

    [Fact]
    public void A_disk_without_room_is_one_sentence_and_keeps_what_was_written()
    {
        using (var store = new StageStore(folder.FullName))
        {
            store.GetOrCompute(
                StageWriter.StageOf(1), StageWriter.Read, _ => [1.0], (file, u) => file.WriteDoubles("u", u, [1]));
        }

        var before = File.ReadAllBytes(folder["1-stage.h5"]);
        // A limit of 100 KiB a file, its signal ignored, fails like a full disk (the runtime keeps code in a larger
        // file).
        using var child = Start(
            "trap '' XFSZ; ulimit -f 100; export DOTNET_EnableWriteXorExecute=0; ", folder.FullName, "run");
        var output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        Assert.Equal(4, child.ExitCode);
        Assert.Matches("^wrote 1\n.*2-stage.h5 cannot be written \\(.*File too large\\); make room[^\n]*\n$", output);
        Assert.Equal([".lock", "1-stage.h5"], Names());
        Assert.Equal(before, File.ReadAllBytes(folder["1-stage.h5"]));
    }

    private static Process Start(string prelude, string target, string mode)
    {
        var program = typeof(FaultTests).Assembly.Location;
        var start = new ProcessStartInfo("bash", ["-c", $"{prelude}exec dotnet exec '{program}' '{target}' {mode}"])
        {
            RedirectStandardOutput = true,
        };
        return Process.Start(start)!;
    }

    private static void WaitFor(Process child, string line)
    {
        while (child.StandardOutput.ReadLine() is { } read)
        {
            if (read == line)
            {
                return;
            }
        }

        Assert.Fail($"The child ended before it said {line}.");
    }

    private int Finish()
    {
        using var child = Start("", folder.FullName, "run");
        child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.ExitCode;
    }

    private void AssertSameAsUndisturbed()
    {
        using var undisturbed = new TemporaryFolder();
        Assert.Equal(0, StageWriter.Run(undisturbed.FullName, stop: false));
        foreach (var path in Directory.GetFiles(undisturbed.FullName, "*.h5"))
        {
            Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(folder[Path.GetFileName(path)]));
        }
    }

    private string[] Names() =>
        [.. Directory.GetFiles(folder.FullName).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}

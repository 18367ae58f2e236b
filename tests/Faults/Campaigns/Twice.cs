using System.Diagnostics;

namespace Sci.Faults;

/// <summary>A run that begins while another is at work in the same case.</summary>
internal static class Twice
{
    public static void Run(Tally tally, string prepared)
    {
        var place = Directory.CreateTempSubdirectory("sci-twice-");
        var output = Path.Combine(place.FullName, "out");
        var watch = Stopwatch.StartNew();
        using var first = SciProgram.Start([.. SmallCase.EveryStage, "--out", output]);
        while (!first.HasExited && !File.Exists(Path.Combine(output, ".lock")))
        {
            Thread.Sleep(1);
        }

        // Held where it is, or a quick machine would end it before the others have begun.
        Signal(first, "STOP");
        string[] other = [SmallCase.FolderOf("ks"), "-e", "KS-2", "--quiet"];
        foreach (var second in new[] { SmallCase.EveryStage, other })
        {
            var answer = SciProgram.Run([.. second, "--out", output]);
            tally.Add(
                Verdict.Of(answer, mustRefuse: true).Require(
                    answer.Error.Contains("nother run is", StringComparison.Ordinal), $"says something else: {answer}"),
                Path.GetFileName(second[0]));
        }

        Signal(first, "CONT");
        var whole = SciProgram.End(first, watch);
        tally.Add(
            Verdict.Of(whole).Require(
                whole.Code == 0 && Contents.Of(output).SequenceEqual(Contents.Of(prepared)), $"was disturbed: {whole}"),
            "the first of them");
        place.Delete(recursive: true);
    }

    private static void Signal(Process process, string signal)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -{signal} {process.Id}"]);
        kill.WaitForExit();
    }
}

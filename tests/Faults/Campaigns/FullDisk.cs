using System.Globalization;
using Sci.Numerics;

namespace Sci.Faults;

/// <summary>Runs on a disk that fills up in any of the stages, and again when there is room.</summary>
internal static class FullDisk
{
    private const int Rounds = 16;

    public static void Run(Tally tally, FaultOptions options, string prepared)
    {
        var wanted = Contents.Of(prepared);
        var files = Directory.GetFiles(prepared, "*", SearchOption.AllDirectories);
        var (all, largest) = (files.Sum(Length), files.Max(Length));
        var random = new RandomSource(options.Seed)["disk"];
        for (var round = 0; round < Rounds; round++)
        {
            var share = (round + random.Uniform()) / Rounds;
            using var disk = LimitedDisk.Mount((long)(share * 1.2 * all));
            if (disk is null)
            {
                Bounded(tally, wanted, (long)(share * largest));
            }
            else
            {
                Mounted(tally, wanted, disk, all);
            }
        }
    }

    private static void Mounted(Tally tally, SortedDictionary<string, string> wanted, LimitedDisk disk, long all)
    {
        var answer = SciProgram.RunApart([.. SmallCase.EveryStage, "--out", disk.Folder]);
        tally.Add(
            Verdict.Of(answer).Require(Contents.Within(Contents.Of(disk.Folder), wanted), "a stage file differs"),
            "while it filled up");
        disk.Grow(10 * all);
        Again(tally, wanted, disk.Folder);
    }

    // Where nothing may be mounted, no file may grow longer than this.
    private static void Bounded(Tally tally, SortedDictionary<string, string> wanted, long bytes)
    {
        var folder = Directory.CreateTempSubdirectory("sci-disk-");
        var limit = string.Create(CultureInfo.InvariantCulture, $"ulimit -f {bytes / 1024}; trap '' XFSZ; exec \"$@\"");
        var answer = SciProgram.RunApart(
            [.. SmallCase.EveryStage, "--out", folder.FullName], "bash", "-c", limit, "bash");
        tally.Add(
            Verdict.Of(answer).Require(Contents.Within(Contents.Of(folder.FullName), wanted), "a stage file differs"),
            $"with files of at most {bytes} bytes");
        Again(tally, wanted, folder.FullName);
        folder.Delete(recursive: true);
    }

    private static void Again(Tally tally, SortedDictionary<string, string> wanted, string folder)
    {
        var answer = SciProgram.RunApart([.. SmallCase.EveryStage, "--out", folder]);
        tally.Add(
            Verdict.Of(answer).Require(
                Contents.Of(folder).SequenceEqual(wanted) && answer.Code == 0, $"differs: {answer}"),
            "when there was room again");
    }

    private static long Length(string path) => new FileInfo(path).Length;
}

namespace Sci.Faults;

/// <summary>Output on a disk that nobody may write to: empty, half done and done; and output that is a file.</summary>
internal static class ReadOnlyOutput
{
    public static void Run(Tally tally, string prepared)
    {
        string[] files = [.. Directory.GetFiles(Path.Combine(prepared, SmallCase.Experiment)).Order(
            StringComparer.Ordinal)];
        foreach (var count in new[] { 0, 2, files.Length })
        {
            Frozen(tally, prepared, files[..count]);
        }

        foreach (var path in new[] { files[0], Path.Combine(files[0], "below"), "/proc/sci", "/dev/null", new('a', 300) })
        {
            tally.Add(SciProgram.Run([.. SmallCase.EveryStage, "--out", path]), $"--out {path}", mustRefuse: true);
            tally.Add(
                SciProgram.Run("report", path), $"report {path}", mustRefuse: true);
        }
    }

    // Root alone may mount such a disk, and root alone writes where a folder's mode forbids it.
    private static void Frozen(Tally tally, string prepared, string[] files)
    {
        using var disk = LimitedDisk.Mount(1 << 28);
        if (disk is null)
        {
            return;
        }

        var place = Directory.CreateDirectory(Path.Combine(disk.Folder, SmallCase.Experiment)).FullName;
        Array.ForEach(files, file => File.Copy(file, Path.Combine(place, Path.GetFileName(file))));
        disk.Freeze();
        tally.Add(
            SciProgram.RunApart([.. SmallCase.EveryStage, "--out", disk.Folder]), $"with {files.Length} files",
            mustRefuse: true);
        tally.Add(
            SciProgram.RunApart(
                [.. SmallCase.EveryStage, "--out", prepared, "--json", Path.Combine(disk.Folder, "results.json")]),
            "results for programs", mustRefuse: true);
        tally.Add(
            SciProgram.Run("new", Path.Combine(disk.Folder, "mine"), "--like", SmallCase.FolderOf("ks")),
            "a new case", mustRefuse: true);
    }
}

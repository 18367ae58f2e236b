namespace Sci.Faults;

/// <summary>Settings and arguments with paths that climb out of the case, lead to devices or nowhere.</summary>
internal static class Paths
{
    private static readonly string[] Outside =
    [
        "../secret.csv", "a/../../secret.csv", "..\\\\secret.csv", "../../../../../etc/passwd", "/etc/passwd",
        "/dev/zero",
        "/dev/zero.csv", "pipe.csv", "pipe.h5", "pipe.npy", "zero.csv", "zero.h5", "loop.csv", "nowhere.h5", ".", "/",
        "",
        "folder.h5", "folder.csv", "/proc/self/mem", "/proc/self/environ", "~/secret.csv", "$HOME/secret.csv",
    ];

    private static readonly string[] Keys =
        ["observations.file", "analysis.file", "increments.file", "truth={file: \"{0}\", spin_up: 0}", "truth.initial={file: \"{0}\"}"];

    private static readonly string[] Names =
        ["../x", "..", ".", "/tmp/x", "a/b", "x\\y", "all", "", ".hidden", "con\u0007"];

    public static void Run(Tally tally)
    {
        var place = Directory.CreateTempSubdirectory("sci-paths-");
        var folder = Path.Combine(place.FullName, "case");
        Make(folder);
        File.WriteAllText(Path.Combine(place.FullName, "secret.csv"), "time,x,value\n0,0,1\n1,0,1\n");
        var before = Everything(place.FullName);
        DataPaths(tally, folder);
        Experiments(tally, folder);
        foreach (var file in new[] { "pipe.h5", "zero.h5", "nowhere.h5", "folder.h5", "pipe.csv", "/dev/zero" })
        {
            foreach (var command in new[] { "show", "list", "report" })
            {
                tally.Add(
                    SciProgram.Run(command, Path.Combine(folder, file)), $"{command} {file}", mustRefuse: true);
            }
        }

        var after = Everything(place.FullName);
        tally.Add(
            new Verdict(false, 0, before.SequenceEqual(after) ? null : $"left {string.Join(", ", after.Except(before))}"),
            "what is left behind");
        place.Delete(recursive: true);
    }

    private static void DataPaths(Tally tally, string folder)
    {
        foreach (var (path, key) in Outside.SelectMany(path => Keys.Select(key => (path, key))))
        {
            string[] gone = key.StartsWith("truth", StringComparison.Ordinal)
                ? [] : ["--set", "truth=null", "--set", "verification=null", .. Without(key)];
            var set = key.Contains("{0}", StringComparison.Ordinal)
                ? key.Replace("{0}", path, StringComparison.Ordinal) : $"{key.Split('.')[0]}={{file: \"{path}\"}}";
            tally.Add(SciProgram.Run([folder, "-e", "KS-2", .. gone, "--set", set]), $"{key} {path}", mustRefuse: true);
        }
    }

    private static void Experiments(Tally tally, string folder)
    {
        var mine = Path.Combine(folder, "named.yaml");
        var settings = File.ReadAllText(Path.Combine(folder, "case.yaml"));
        foreach (var name in Names)
        {
            tally.Add(SciProgram.Run(folder, "-e", $"../{name}"), $"--experiment ../{name}", mustRefuse: true);
            var quoted = name.Replace("\\", "\\\\", StringComparison.Ordinal);
            File.WriteAllText(mine, $"{settings}\nexperiments:\n  \"{quoted}\": {{seed: 1}}\n");
            tally.Add(SciProgram.Run("list", mine), $"an experiment called {name}", mustRefuse: true);
        }

        File.Delete(mine);
    }

    private static string[] Without(string key) => key.StartsWith("observations", StringComparison.Ordinal)
        ? [] : ["--set", "observations=null"];

    private static string[] Everything(string folder) =>
        [.. Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)
            .Where(path => !path.StartsWith(Path.Combine(folder, "case", "out"), StringComparison.Ordinal)).Order()];

    private static void Make(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "folder.h5"));
        Directory.CreateDirectory(Path.Combine(folder, "folder.csv"));
        File.Copy(Path.Combine(SmallCase.FolderOf("ks"), "case.yaml"), Path.Combine(folder, "case.yaml"));
        foreach (var ending in new[] { "csv", "h5", "npy" })
        {
            _ = Testing.SystemProgram.Run("mkfifo", Path.Combine(folder, $"pipe.{ending}"));
            File.CreateSymbolicLink(Path.Combine(folder, $"zero.{ending}"), "/dev/zero");
        }

        File.CreateSymbolicLink(Path.Combine(folder, "loop.csv"), "loop.csv");
        File.CreateSymbolicLink(Path.Combine(folder, "nowhere.h5"), "/nowhere/at/all.h5");
    }
}

namespace Sci.Faults;

/// <summary>
/// Every file that a run writes, in turn a link to something precious, a link to nowhere, or a folder.
/// </summary>
internal static class Links
{
    private const string Precious = "precious";

    public static void Run(Tally tally, string prepared)
    {
        var place = Path.Combine(prepared, SmallCase.Experiment);
        string[] files = [.. Directory.GetFiles(place, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(place, path)).Order(StringComparer.Ordinal)];
        string[] passing = [.. files.Where(file => !file.Contains('/', StringComparison.Ordinal)).SelectMany(
            file => new[] { $"{file}.unfinished", $"{file}.part" }), "1-truth.checkpoint.h5"];
        foreach (var file in files.Concat(passing))
        {
            Met(tally, place, file, (path, precious) => File.CreateSymbolicLink(path, precious), "a link");
            Met(tally, place, file, (path, _) => File.CreateSymbolicLink(path, "/nowhere/at/all"), "a link to nowhere");
            Met(tally, place, file, (path, _) => Directory.CreateDirectory(path), "a folder");
        }
    }

    private static void Met(Tally tally, string from, string file, Action<string, string> hinder, string what)
    {
        var place = Directory.CreateTempSubdirectory("sci-links-");
        var (output, precious) = (Path.Combine(place.FullName, "out"), Path.Combine(place.FullName, Precious));
        File.WriteAllText(precious, Precious);
        var folder = Path.Combine(output, SmallCase.Experiment);
        // What comes before it is there, so that the run gets to it soon.
        foreach (var stage in Directory.GetFiles(from, "*.h5"))
        {
            Directory.CreateDirectory(folder);
            File.Copy(stage, Path.Combine(folder, Path.GetFileName(stage)));
        }

        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Delete(path);
        hinder(path, precious);
        var answer = SciProgram.Run([.. SmallCase.EveryStage, "--out", output]);
        tally.Add(
            Verdict.Of(answer).Require(File.ReadAllText(precious) == Precious, "what the link led to was changed"),
            $"{file}, {what}");
        place.Delete(recursive: true);
    }
}

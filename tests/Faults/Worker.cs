using System.Globalization;
using Sci.Numerics;

namespace Sci.Faults;

/// <summary>
/// The process in which mutations are met: a crash of a native library ends it, and not the campaign.
/// </summary>
internal static class Worker
{
    /// <summary>Names of the trials and what they are called in the table; the last two need fewer mutations.</summary>
    public static IReadOnlyList<(string Name, string Fault, int Share)> Trials { get; } =
    [
        ("stages", "stage files cut short, flipped, overwritten", 1),
        ("observations", "users' HDF5 files, the same", 1),
        ("yaml", "hostile and mistyped YAML", 1),
        ("text", "users' CSV and NumPy files, damaged", 10),
        ("results", "results for programs, damaged", 10),
    ];

    /// <summary>Answers each number of a mutation with a line, until there are no more.</summary>
    public static int Serve(string name, string prepared, ulong seed)
    {
        var folder = Directory.CreateTempSubdirectory("sci-fault-").FullName;
        var trial = Make(name, folder, prepared);
        while (Console.ReadLine() is { } line)
        {
            var index = long.Parse(line, CultureInfo.InvariantCulture);
            Console.WriteLine(Text(Judged(trial, new RandomSource(seed)[name][index])));
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    /// <summary>The verdict of a line.</summary>
    public static Verdict Read(string line)
    {
        var parts = line.Split('\t', 3);
        return new Verdict(
            parts[0] != "done", double.Parse(parts[1], CultureInfo.InvariantCulture),
            parts[2].Length == 0 ? null : parts[2], parts[0] == "contained");
    }

    private static string Text(Verdict verdict) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(verdict.IsContained ? "contained" : verdict.IsRefusal ? "refused" : "done")}\t{verdict.Seconds}\t{verdict.Trouble?.ReplaceLineEndings(" | ")}");

    private static Verdict Judged(ITrial trial, RandomSource random)
    {
        try
        {
            return trial.Run(random);
        }
        catch (Exception error)
        {
            return new Verdict(false, 0, $"threw {error}");
        }
    }

    private static ITrial Make(string name, string folder, string prepared) => name switch
    {
        "stages" => new StageTrial(folder, prepared),
        "observations" => new ObservationTrial(folder),
        "yaml" => new YamlTrial(folder),
        "text" => new TextDataTrial(folder),
        "results" => new ResultTrial(folder, prepared),
        _ => throw new ArgumentException($"There is no trial {name}."),
    };
}

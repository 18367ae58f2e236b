using System.Text.Json;
using Sci.Cases.Settings;
using Sci.Reader;

namespace Sci.Cases;

/// <summary>The results of several experiments, as programs read and write them.</summary>
/// <param name="Case">Name of the case.</param>
/// <param name="Experiments">In the order in which they ran.</param>
public sealed record CaseResults(string Case, IReadOnlyList<ExperimentResult> Experiments)
{
    /// <summary>Name of the file that each experiment leaves in its folder.</summary>
    public const string FileName = "result.json";

    /// <summary>Reads a file that <see cref="Write"/> wrote.</summary>
    /// <exception cref="SettingsException">The file cannot be read as results.</exception>
    public static CaseResults Read(string path)
    {
        try
        {
            return ResultsJson.Read(OrdinaryFile.IsEmpty(path) ? [] : File.ReadAllBytes(path));
        }
        catch (JsonException e)
        {
            var place = new Place(path, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1);
            throw new SettingsException(place, "these are no results that sci wrote; run the case again with --json.");
        }
    }

    /// <summary>
    /// Reads what a path leads to: a results file, a folder with experiments, or a case with an <c>out</c>.
    /// </summary>
    /// <exception cref="SettingsException">There are no results.</exception>
    public static CaseResults Find(string path)
    {
        if (File.Exists(path))
        {
            return Read(path);
        }

        string[] places = [Path.Combine(path, "out"), path];
        var files = places.Where(Directory.Exists)
            .Select(place => Directory.GetFiles(
                place, FileName, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 }))
            .FirstOrDefault(found => found.Length > 0);
        if (files is null)
        {
            throw new SettingsException(new Place(path), "there are no results here; run the case first.");
        }

        CaseResults[] all = [.. files.Order(StringComparer.Ordinal).Select(Read)];
        return new CaseResults(all[0].Case, [.. all.SelectMany(results => results.Experiments)]);
    }

    /// <summary>
    /// JSON text: two spaces of indentation, numbers in their shortest form, null for one that is not finite.
    /// </summary>
    public string Json() => ResultsJson.Write(this);

    /// <summary>Writes the JSON to a temporary name and renames it, so that the file is whole or not there.</summary>
    public void Write(string path)
    {
        var temporary = $"{path}.part";
        File.Delete(temporary); // a link left there would be written through
        File.WriteAllText(temporary, Json());
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>The same without what differs from run to run: equal inputs give equal bytes.</summary>
    public CaseResults WithoutTimes() => this with { Experiments = [.. Experiments.Select(WithoutTimes)] };

    private static ExperimentResult WithoutTimes(ExperimentResult result)
    {
        var lasting = result.Metrics.Where(metric => !Metric.IsTime(metric.Key));
        return result with { Seconds = 0, Metrics = new OrderedDictionary<string, double>(lasting) };
    }
}

using Sci.Hdf5;

namespace Sci.Cases;

/// <summary>The files of the stages; the network's is that of <see cref="SurrogateFiles"/>.</summary>
internal static class ClosureFiles
{
    public static void WriteData(Hdf5Container file, ClosureData data, ClosureSettings settings)
    {
        Ring(file, "k", settings.System.Slow);
        Ring(file, "longer_k", settings.System.Slow * settings.Longer);
        foreach (var (name, set) in ClosureData.Names.Zip(data.Sets))
        {
            var ring = set.Slow.Size == settings.System.Slow ? "k" : "longer_k";
            file.WriteScale<int>(
                $"{name}_row", [.. Enumerable.Range(0, set.Slow.Count)], "1", "run by run, time by time");
            file.WriteField<double>($"{name}_slow", set.Slow.Values, [$"{name}_row", ring], "1", "slow variables");
            file.WriteField<double>(
                $"{name}_effect", set.Effects.Values, [$"{name}_row", ring], "1",
                "what the fast ones add to their rates");
        }
    }

    public static ClosureData ReadData(Hdf5Container file) => ClosureData.Of(
        [.. ClosureData.Names.Select(name => new TwoScaleRuns(
            FieldFile.ReadRows(file, $"{name}_slow"), FieldFile.ReadRows(file, $"{name}_effect")))]);

    public static void WriteTests(Hdf5Container file, ClosureTests tests, ClosureSettings settings)
    {
        var forecast = settings.Forecast;
        file.WriteScale<double>(
            "lead", [.. Enumerable.Range(0, forecast.Leads).Select(lead => lead * forecast.Every)], "1", "lead time");
        foreach (var (prefix, scores) in new[] { ("", tests.Trained), ("longer_", tests.Longer) })
        {
            foreach (var score in scores)
            {
                file.WriteField<double>(
                    $"{prefix}{score.Name}", score.Correlation, ["lead"], "1", "mean correlation of anomalies");
                file.Attributes.SetDouble($"{prefix}{score.Name}_mse", score.SquaredError);
            }
        }
    }

    public static ClosureTests ReadTests(Hdf5Container file)
    {
        return new ClosureTests(Scores(""), Scores("longer_"));

        ClosureScore[] Scores(string prefix) => Array.ConvertAll(
            ["mean", "polynomial", "network"],
            name => new ClosureScore(
                name, file.Attributes.GetDouble($"{prefix}{name}_mse"), file.ReadDoubles($"{prefix}{name}")));
    }

    private static void Ring(Hdf5Container file, string name, int count) =>
        file.WriteScale<int>(name, [.. Enumerable.Range(0, count)], "1", "number along the ring");
}

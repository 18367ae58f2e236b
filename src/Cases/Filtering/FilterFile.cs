using Sci.Hdf5;

namespace Sci.Cases;

/// <summary>The stage file of a filter over observations from a file.</summary>
internal static class FilterFile
{
    public static void Write(Hdf5Container file, FilterOutcome outcome, FilterSettings settings)
    {
        file.WriteScale<double>("time", outcome.Times, "1", "time of an analysis");
        file.WriteScale<double>("value", Values(settings, outcome.Means.Size), "1", "position, field after field");
        file.WriteField<int>("count", outcome.Counts, ["time"], "1", "number of observations");
        file.WriteField<double>("mean", outcome.Means.Values, ["time", "value"], "1", "mean of the analysis");
        file.WriteField<double>(
            "deviation", outcome.Deviations.Values, ["time", "value"], "1", "deviation of the members of the analysis");
        file.WriteField<double>(
            "innovation", outcome.Innovations, ["time"], "1",
            "root mean square of observed minus forecast, in units of the errors");
        file.WriteField<double>(
            "expected_innovation", outcome.Expected, ["time"], "1", "what it should be by spread and errors");
        file.Attributes.SetDoubles(
            "chi_square_and_desroziers", [outcome.ChiSquare, outcome.ObservationVariance, outcome.ForecastVariance]);
        outcome.Looks.Write(file);
    }

    public static FilterOutcome Read(Hdf5Container file)
    {
        var figures = file.Attributes.GetDoubles("chi_square_and_desroziers");
        return new FilterOutcome(
            file.Read<double>("time"), file.Read<int>("count"), FieldFile.ReadRows(file, "mean"),
            FieldFile.ReadRows(file, "deviation"),
            file.Read<double>("innovation"), file.Read<double>("expected_innovation"), figures[0], figures[1],
            figures[2], MemberLooks.Read(file));
    }

    private static double[] Values(FilterSettings settings, int size)
    {
        var x = settings.System.Grid.Axes[0].Coordinates();
        return [.. Enumerable.Range(0, size).Select(i => x[i % x.Length])];
    }
}

using Sci.Hdf5;

namespace Sci.Cases;

/// <summary>The file of stage 3.</summary>
internal static class IncrementFile
{
    public static void Write(Hdf5Container file, Increments increments, MedidaSettings settings)
    {
        FieldFile.WriteLine(file, settings.Grid with { Points = increments.Forecast.Size });
        file.WriteScale<int>(
            "interval", [.. Enumerable.Range(0, increments.Forecast.Count)], "1", "number of an interval");
        file.WriteField<double>(
            "before", increments.Before.Values, ["interval", "x"], "1", "state that the forecast starts from");
        file.WriteField<double>(
            "forecast", increments.Forecast.Values, ["interval", "x"], "1", "model forecast of its end");
        file.WriteField<double>("analysis", increments.Analysis.Values, ["interval", "x"], "1", "analysis of its end");
        file.WriteField<double>(
            "length", [.. increments.Intervals], ["interval"], "1", "time over which the model ran");
        increments.Looks.Write(file);
    }

    public static Increments Read(Hdf5Container file) =>
        new(FieldFile.ReadRows(file, "before"), FieldFile.ReadRows(file, "forecast"),
            FieldFile.ReadRows(file, "analysis"), file.Read<double>("length"))
        {
            Looks = MemberLooks.Read(file),
        };
}

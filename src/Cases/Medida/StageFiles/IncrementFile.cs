using Sci.Hdf5;

namespace Sci.Cases;

/// <summary>The file of stage 3.</summary>
internal static class IncrementFile
{
    public static void Write(Hdf5Container file, Increments increments, MedidaSettings settings)
    {
        FieldFile.WriteLine(file, settings.Grid, 1);
        file.WriteScale<int>("window", [.. Enumerable.Range(0, settings.Observations.Windows)], "1", "number of a window");
        file.WriteField<double>("forecast", increments.Forecast.Values, ["window", "x"], "1", "model forecast of the last snapshot");
        file.WriteField<double>("analysis", increments.Analysis.Values, ["window", "x"], "1", "analysis of the last snapshot");
        file.Attributes.SetDouble("interval", increments.Interval);
    }

    public static Increments Read(Hdf5Container file) =>
        new(FieldFile.ReadRows(file, "forecast"), FieldFile.ReadRows(file, "analysis"), file.Attributes.GetDouble("interval"));
}

using Sci.Hdf5;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>The file of stage 1.</summary>
internal static class TruthFile
{
    public static void Write(Hdf5Container file, Truth truth, MedidaSettings settings)
    {
        var snapshots = settings.Seen.Times.Count;
        FieldFile.WriteLine(file, settings.Grid);
        FieldFile.WriteWindows(file, settings, truth.WindowTimes);
        file.WriteField<double>(
            "u", truth.Windows.Values, ["window", "snapshot", "x"], "1", "true state at the observed times");
        if (truth.Forecasts.Count > 0)
        {
            var forecasts = settings.Verification!.Forecasts;
            var times = truth.Forecasts.Count / forecasts;
            file.WriteScale<double>(
                "lead_time", [.. Enumerable.Range(0, times).Select(i => i * settings.Verification.Every)], "1",
                "time since the start of a forecast");
            file.WriteScale<int>(
                "forecast", [.. Enumerable.Range(0, forecasts)], "1", "number of a held-back trajectory");
            file.WriteField<double>("forecast_time", [.. truth.ForecastTimes], ["forecast", "lead_time"], "1", "time");
            file.WriteField<double>(
                "held_back", truth.Forecasts.Values, ["forecast", "lead_time", "x"], "1",
                "true state at the held-back times");
        }
    }

    public static Truth Read(Hdf5Container file)
    {
        var windows = FieldFile.ReadRows(file, "u");
        return file.Contains("held_back")
            ? new Truth(file.Read<double>("time"), windows, file.Read<double>("forecast_time"), FieldFile.ReadRows(
                file, "held_back"))
            : new Truth(file.Read<double>("time"), windows, [], new States(0, windows.Size));
    }
}

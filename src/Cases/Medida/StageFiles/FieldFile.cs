using Sci.Hdf5;

namespace Sci.Cases;

/// <summary>The dimensions that the stage files share.</summary>
internal static class FieldFile
{
    public static void WriteLine(Hdf5Container file, GridSettings grid, int stride)
    {
        var axis = (grid with { Points = grid.Points / stride }).Line().Axes[0];
        file.WriteScale<double>("x", axis.Coordinates(), "1", "position");
    }

    public static void WriteWindows(Hdf5Container file, MedidaSettings settings, IReadOnlyList<double> times)
    {
        file.WriteScale<int>("window", [.. Enumerable.Range(0, settings.Observations.Windows)], "1", "number of a window");
        file.WriteScale<double>("snapshot", [.. settings.Observations.Times], "1", "time since the beginning of the window");
        file.WriteField<double>("time", [.. times], ["window", "snapshot"], "1", "time");
    }
}

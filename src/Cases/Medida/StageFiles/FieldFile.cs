using Sci.Hdf5;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>The dimensions that the stage files share.</summary>
internal static class FieldFile
{
    public static void WriteLine(Hdf5Container file, GridSettings grid) =>
        WritePlaces(file, grid.Line().Axes[0].Coordinates());

    public static void WritePlaces(Hdf5Container file, double[] coordinates) =>
        file.WriteScale<double>("x", coordinates, "1", "position");

    public static void WriteWindows(Hdf5Container file, MedidaSettings settings, IReadOnlyList<double> times)
    {
        file.WriteScale<int>("window", [.. Enumerable.Range(0, settings.Seen.Windows)], "1", "number of a window");
        file.WriteScale<double>("snapshot", [.. settings.Seen.Times], "1", "time since the beginning of the window");
        file.WriteField<double>("time", [.. times], ["window", "snapshot"], "1", "time");
    }

    /// <summary>A dataset as rows over its last dimension.</summary>
    public static States ReadRows(Hdf5Container file, string name)
    {
        var points = (int)file.Dataset(name).Shape[^1];
        var values = file.Read<double>(name);
        return new States(values.Length / points, points, values);
    }
}

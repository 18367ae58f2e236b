using Sci.Hdf5;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>The file of stage 2.</summary>
internal static class ObservationFile
{
    public static void Write(Hdf5Container file, States observed, MedidaSettings settings, Truth truth)
    {
        FieldFile.WritePlaces(file, Places.Coordinates(settings));
        FieldFile.WriteWindows(file, settings, truth.WindowTimes);
        file.WriteField<double>("observed", observed.Values, ["window", "snapshot", "x"], "1", "observed state");
    }

    public static States Read(Hdf5Container file) => FieldFile.ReadRows(file, "observed");
}

namespace Sci.Hdf5;

/// <summary>Datasets of doubles, ints, longs and texts by name, and single values.</summary>
public static class Hdf5Values
{
    /// <summary>Writes doubles, row after row.</summary>
    public static void WriteDoubles(
        this Hdf5Container place, string path, ReadOnlySpan<double> values, ReadOnlySpan<long> shape,
        Layout? layout = null) =>
        place.Write(path, values, shape, layout);

    /// <summary>Writes whole numbers of 32 bits.</summary>
    public static void WriteInts(
        this Hdf5Container place, string path, ReadOnlySpan<int> values, ReadOnlySpan<long> shape,
        Layout? layout = null) =>
        place.Write(path, values, shape, layout);

    /// <summary>Writes whole numbers of 64 bits.</summary>
    public static void WriteLongs(
        this Hdf5Container place, string path, ReadOnlySpan<long> values, ReadOnlySpan<long> shape,
        Layout? layout = null) =>
        place.Write(path, values, shape, layout);

    /// <summary>Writes a single number.</summary>
    public static void WriteDouble(this Hdf5Container place, string path, double value) =>
        place.Write(path, [value], []);

    /// <summary>Writes a single whole number.</summary>
    public static void WriteLong(this Hdf5Container place, string path, long value) => place.Write(path, [value], []);

    /// <summary>Reads doubles; whole numbers and single precision are widened.</summary>
    public static double[] ReadDoubles(this Hdf5Container place, string path) => place.Read<double>(path);

    /// <summary>Reads whole numbers of up to 32 bits.</summary>
    public static int[] ReadInts(this Hdf5Container place, string path) => place.Read<int>(path);

    /// <summary>Reads whole numbers of up to 64 bits.</summary>
    public static long[] ReadLongs(this Hdf5Container place, string path) => place.Read<long>(path);

    /// <summary>Reads a single number.</summary>
    public static double ReadDouble(this Hdf5Container place, string path) =>
        Single(place, path, place.Read<double>(path));

    /// <summary>Reads a single whole number.</summary>
    public static long ReadLong(this Hdf5Container place, string path) => Single(place, path, place.Read<long>(path));

    /// <summary>Reads a single text.</summary>
    public static string ReadString(this Hdf5Container place, string path) =>
        Single(place, path, place.ReadStrings(path));

    private static T Single<T>(Hdf5Container place, string path, T[] values) => values.Length == 1
        ? values[0]
        : throw new Hdf5Exception(
            $"{place.FilePath}: {path} holds {values.Length} values where one was expected.");
}

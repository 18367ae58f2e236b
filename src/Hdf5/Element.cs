using HDF.PInvoke;

namespace Sci.Hdf5;

/// <summary>The numbers that a dataset may hold: their type in the file and in memory.</summary>
internal static class Element
{
    /// <summary>Little-endian type of the file, the same on every machine.</summary>
    public static long Stored<T>() => default(T) switch
    {
        double => H5T.IEEE_F64LE,
        float => H5T.IEEE_F32LE,
        int => H5T.STD_I32LE,
        long => H5T.STD_I64LE,
        _ =>
            throw new NotSupportedException($"HDF5 files here hold double, float, int and long, not {typeof(T).Name}."),
    };

    /// <summary>Type of this machine's memory.</summary>
    public static long InMemory<T>() => default(T) switch
    {
        double => H5T.NATIVE_DOUBLE,
        float => H5T.NATIVE_FLOAT,
        int => H5T.NATIVE_INT32,
        long => H5T.NATIVE_INT64,
        _ =>
            throw new NotSupportedException($"HDF5 files here hold double, float, int and long, not {typeof(T).Name}."),
    };

    /// <summary>Refuses what the library would convert with a loss and without a word.</summary>
    /// <exception cref="Hdf5Exception">The file holds another kind of value than <typeparamref name="T"/> can
    /// carry.</exception>
    public static void CheckReadable<T>(long type, string subject)
    {
        var kind = H5T.get_class(type);
        var bytes = (int)H5T.get_size(type);
        var readable = default(T) switch
        {
            double => kind is H5T.class_t.FLOAT or H5T.class_t.INTEGER,
            float => kind is H5T.class_t.FLOAT && bytes <= 4,
            int => kind is H5T.class_t.INTEGER && bytes + Unsigned(type) <= 4,
            _ => kind is H5T.class_t.INTEGER && bytes + Unsigned(type) <= 8,
        };
        if (!readable)
        {
            throw new Hdf5Exception(
                $"{subject} holds {Describe(type)}, which cannot be read as {typeof(T).Name} without loss.");
        }
    }

    /// <summary>The kind of value in words: <c>64-bit floats</c>, <c>strings</c>.</summary>
    public static string Describe(long type)
    {
        var bits = 8 * (int)H5T.get_size(type);
        return H5T.get_class(type) switch
        {
            H5T.class_t.FLOAT => $"{bits}-bit floats",
            H5T.class_t.INTEGER => Unsigned(type) == 1 ? $"unsigned {bits}-bit integers" : $"{bits}-bit integers",
            H5T.class_t.STRING => "strings",
            var other => $"values of class {other}",
        };
    }

    private static int Unsigned(long type) => H5T.get_sign(type) == H5T.sign_t.NONE ? 1 : 0;
}

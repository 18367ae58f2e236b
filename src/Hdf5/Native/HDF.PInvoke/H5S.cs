using System.Runtime.InteropServices;

namespace HDF.PInvoke;

/// <summary>Data spaces: shapes and selections.</summary>
internal static partial class H5S
{
    public const int ALL = 0;
    public const ulong UNLIMITED = ulong.MaxValue;

    public enum class_t
    {
        NO_CLASS = -1,
        SCALAR = 0,
        SIMPLE = 1,
        NULL = 2,
    }

    public enum seloper_t
    {
        NOOP = -1,
        SET = 0,
    }

    [LibraryImport(H5.Core, EntryPoint = "H5Screate")]
    public static partial long create(class_t type);

    [LibraryImport(H5.Core, EntryPoint = "H5Screate_simple")]
    public static partial long create_simple(int rank, ulong[] dims, ulong[]? maxdims);

    [LibraryImport(H5.Core, EntryPoint = "H5Sget_simple_extent_ndims")]
    public static partial int get_simple_extent_ndims(long space_id);

    [LibraryImport(H5.Core, EntryPoint = "H5Sget_simple_extent_dims")]
    public static partial int get_simple_extent_dims(long space_id, [In, Out] ulong[] dims, [In, Out] ulong[]? maxdims);

    [LibraryImport(H5.Core, EntryPoint = "H5Sget_simple_extent_type")]
    public static partial class_t get_simple_extent_type(long space_id);

    [LibraryImport(H5.Core, EntryPoint = "H5Sselect_hyperslab")]
    public static partial int select_hyperslab(
        long space_id, seloper_t op, ulong[] start, ulong[]? stride, ulong[] count, ulong[]? block);

    [LibraryImport(H5.Core, EntryPoint = "H5Sclose")]
    public static partial int close(long space_id);
}

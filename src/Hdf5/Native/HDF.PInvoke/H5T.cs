using System.Runtime.InteropServices;

namespace HDF.PInvoke;

/// <summary>Types of elements.</summary>
internal static partial class H5T
{
    public static readonly nint VARIABLE = -1;

    static H5T() => _ = H5.open();

    public enum class_t
    {
        NO_CLASS = -1,
        INTEGER = 0,
        FLOAT = 1,
        TIME = 2,
        STRING = 3,
        BITFIELD = 4,
        OPAQUE = 5,
        COMPOUND = 6,
        REFERENCE = 7,
        ENUM = 8,
        VLEN = 9,
        ARRAY = 10,
    }

    public enum cset_t
    {
        ASCII = 0,
        UTF8 = 1,
    }

    public enum sign_t
    {
        NONE = 0,
        SGN_2 = 1,
    }

    public enum str_t
    {
        NULLTERM = 0,
        NULLPAD = 1,
        SPACEPAD = 2,
    }

    public static long C_S1 { get; } = H5.GetHid("H5T_C_S1_g");

    public static long IEEE_F32LE { get; } = H5.GetHid("H5T_IEEE_F32LE_g");

    public static long IEEE_F64LE { get; } = H5.GetHid("H5T_IEEE_F64LE_g");

    public static long STD_I32LE { get; } = H5.GetHid("H5T_STD_I32LE_g");

    public static long STD_I64LE { get; } = H5.GetHid("H5T_STD_I64LE_g");

    public static long NATIVE_FLOAT { get; } = H5.GetHid("H5T_NATIVE_FLOAT_g");

    public static long NATIVE_DOUBLE { get; } = H5.GetHid("H5T_NATIVE_DOUBLE_g");

    public static long NATIVE_INT32 { get; } = H5.GetHid("H5T_NATIVE_INT32_g");

    public static long NATIVE_INT64 { get; } = H5.GetHid("H5T_NATIVE_INT64_g");

    [LibraryImport(H5.Core, EntryPoint = "H5Tcopy")]
    public static partial long copy(long type_id);

    [LibraryImport(H5.Core, EntryPoint = "H5Tset_size")]
    public static partial int set_size(long dtype_id, nint size);

    [LibraryImport(H5.Core, EntryPoint = "H5Tset_cset")]
    public static partial int set_cset(long dtype_id, cset_t cset);

    [LibraryImport(H5.Core, EntryPoint = "H5Tset_strpad")]
    public static partial int set_strpad(long dtype_id, str_t strpad);

    [LibraryImport(H5.Core, EntryPoint = "H5Tget_class")]
    public static partial class_t get_class(long dtype_id);

    [LibraryImport(H5.Core, EntryPoint = "H5Tget_cset")]
    public static partial cset_t get_cset(long dtype_id);

    [LibraryImport(H5.Core, EntryPoint = "H5Tget_sign")]
    public static partial sign_t get_sign(long type_id);

    [LibraryImport(H5.Core, EntryPoint = "H5Tget_size")]
    public static partial nint get_size(long dtype_id);

    [LibraryImport(H5.Core, EntryPoint = "H5Tget_strpad")]
    public static partial str_t get_strpad(long dtype_id);

    [LibraryImport(H5.Core, EntryPoint = "H5Tis_variable_str")]
    public static partial int is_variable_str(long dtype_id);

    [LibraryImport(H5.Core, EntryPoint = "H5Tclose")]
    public static partial int close(long type_id);
}

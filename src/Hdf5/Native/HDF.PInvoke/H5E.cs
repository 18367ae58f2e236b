using System.Runtime.InteropServices;

namespace HDF.PInvoke;

/// <summary>The stack of errors.</summary>
internal static partial class H5E
{
    public const long DEFAULT = 0;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int auto_t(long estack, nint client_data);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int walk_t(uint n, [In] ref error_t err_desc, nint client_data);

    public enum direction_t
    {
        H5E_WALK_UPWARD = 0,
        H5E_WALK_DOWNWARD = 1,
    }

    [LibraryImport(H5.Core, EntryPoint = "H5Eset_auto2")]
    public static partial int set_auto(long estack_id, auto_t? func, nint client_data);

    [LibraryImport(H5.Core, EntryPoint = "H5Ewalk2")]
    public static partial int walk(long estack_id, direction_t direction, walk_t func, nint client_data);

    [LibraryImport(H5.Core, EntryPoint = "H5Eclear2")]
    public static partial int clear(long estack_id);

    [StructLayout(LayoutKind.Sequential)]
    public struct error_t
    {
        public long cls_id;
        public long maj_num;
        public long min_num;
        public uint line;

        [MarshalAs(UnmanagedType.LPStr)]
        public string func_name;

        [MarshalAs(UnmanagedType.LPStr)]
        public string file_name;

        [MarshalAs(UnmanagedType.LPStr)]
        public string desc;
    }
}

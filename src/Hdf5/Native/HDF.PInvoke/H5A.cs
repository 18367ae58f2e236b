using System.Runtime.InteropServices;

namespace HDF.PInvoke;

/// <summary>Attributes.</summary>
internal static partial class H5A
{
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int operator_t(long location_id, nint attr_name, ref info_t ainfo, nint op_data);

    [LibraryImport(H5.Core, EntryPoint = "H5Acreate2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long create(
        long loc_id,
        string attr_name,
        long type_id,
        long space_id,
        long acpl_id = H5P.DEFAULT,
        long aapl_id = H5P.DEFAULT);

    [LibraryImport(H5.Core, EntryPoint = "H5Aopen", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long open(long obj_id, string attr_name, long aapl_id = H5P.DEFAULT);

    [LibraryImport(H5.Core, EntryPoint = "H5Aexists", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int exists(long obj_id, string attr_name);

    [LibraryImport(H5.Core, EntryPoint = "H5Adelete", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int delete(long loc_id, string name);

    [LibraryImport(H5.Core, EntryPoint = "H5Aread")]
    public static partial int read(long attr_id, long type_id, nint buf);

    [LibraryImport(H5.Core, EntryPoint = "H5Awrite")]
    public static partial int write(long attr_id, long mem_type_id, nint buf);

    [LibraryImport(H5.Core, EntryPoint = "H5Aget_space")]
    public static partial long get_space(long attr_id);

    [LibraryImport(H5.Core, EntryPoint = "H5Aget_type")]
    public static partial long get_type(long attr_id);

    [LibraryImport(H5.Core, EntryPoint = "H5Aiterate2")]
    public static partial int iterate(
        long obj_id, H5.index_t idx_type, H5.iter_order_t order, ref ulong n, operator_t op, nint op_data);

    [LibraryImport(H5.Core, EntryPoint = "H5Aclose")]
    public static partial int close(long attr_id);

    [StructLayout(LayoutKind.Sequential)]
    public struct info_t
    {
        public int corder_valid;
        public uint corder;
        public H5T.cset_t cset;
        public ulong data_size;
    }
}

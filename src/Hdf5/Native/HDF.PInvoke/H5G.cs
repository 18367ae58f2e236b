using System.Runtime.InteropServices;

namespace HDF.PInvoke;

/// <summary>Groups.</summary>
internal static partial class H5G
{
    public enum storage_type_t
    {
        UNKNOWN = -1,
        SYMBOL_TABLE = 0,
        COMPACT = 1,
        DENSE = 2,
    }

    [LibraryImport(H5.Core, EntryPoint = "H5Gcreate2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long create(
        long loc_id, string name, long lcpl_id = H5P.DEFAULT, long gcpl_id = H5P.DEFAULT, long gapl_id = H5P.DEFAULT);

    [LibraryImport(H5.Core, EntryPoint = "H5Gopen2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long open(long loc_id, string name, long gapl_id = H5P.DEFAULT);

    [LibraryImport(H5.Core, EntryPoint = "H5Gget_info")]
    public static partial int get_info(long loc_id, ref info_t ginfo);

    [LibraryImport(H5.Core, EntryPoint = "H5Gclose")]
    public static partial int close(long group_id);

    [StructLayout(LayoutKind.Sequential)]
    public struct info_t
    {
        public storage_type_t storage_type;
        public ulong nlinks;
        public long max_corder;
        public uint mounted;
    }
}

using System.Runtime.InteropServices;

namespace HDF.PInvoke;

/// <summary>Links: the names in a group.</summary>
internal static partial class H5L
{
    [LibraryImport(H5.Core, EntryPoint = "H5Lexists", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int exists(long loc_id, string name, long lapl_id = H5P.DEFAULT);

    [LibraryImport(H5.Core, EntryPoint = "H5Lget_name_by_idx", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint get_name_by_idx(
        long loc_id,
        string group_name,
        H5.index_t idx_type,
        H5.iter_order_t order,
        ulong n,
        nint name,
        nint size,
        long lapl_id);
}

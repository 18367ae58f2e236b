using System.Runtime.InteropServices;

namespace HDF.PInvoke;

/// <summary>Property lists.</summary>
internal static partial class H5P
{
    public const long DEFAULT = 0;
    public const uint CRT_ORDER_TRACKED = 0x0001;
    public const uint CRT_ORDER_INDEXED = 0x0002;

    static H5P() => _ = H5.open();

    public static long FILE_CREATE { get; } = H5.GetHid("H5P_CLS_FILE_CREATE_ID_g");

    public static long FILE_ACCESS { get; } = H5.GetHid("H5P_CLS_FILE_ACCESS_ID_g");

    public static long GROUP_CREATE { get; } = H5.GetHid("H5P_CLS_GROUP_CREATE_ID_g");

    public static long DATASET_CREATE { get; } = H5.GetHid("H5P_CLS_DATASET_CREATE_ID_g");

    [LibraryImport(H5.Core, EntryPoint = "H5Pcreate")]
    public static partial long create(long cls_id);

    [LibraryImport(H5.Core, EntryPoint = "H5Pset_libver_bounds")]
    public static partial int set_libver_bounds(
        long plist, H5F.libver_t low = H5F.libver_t.EARLIEST, H5F.libver_t high = H5F.libver_t.V110);

    [LibraryImport(H5.Core, EntryPoint = "H5Pset_fclose_degree")]
    public static partial int set_fclose_degree(long fapl_id, H5F.close_degree_t fc_degree);

    [LibraryImport(H5.Core, EntryPoint = "H5Pset_obj_track_times")]
    public static partial int set_obj_track_times(long ocpl_id, uint track_times);

    [LibraryImport(H5.Core, EntryPoint = "H5Pset_link_creation_order")]
    public static partial int set_link_creation_order(long gcpl_id, uint crt_order_flags);

    [LibraryImport(H5.Core, EntryPoint = "H5Pset_chunk")]
    public static partial int set_chunk(long plist_id, int ndims, ulong[] dims);

    [LibraryImport(H5.Core, EntryPoint = "H5Pset_shuffle")]
    public static partial int set_shuffle(long plist_id);

    [LibraryImport(H5.Core, EntryPoint = "H5Pset_deflate")]
    public static partial int set_deflate(long plist_id, uint level);

    [LibraryImport(H5.Core, EntryPoint = "H5Pclose")]
    public static partial int close(long plist);
}

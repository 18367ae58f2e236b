using System.Runtime.InteropServices;

namespace HDF.PInvoke;

/// <summary>Datasets.</summary>
internal static partial class H5D
{
    [LibraryImport(H5.Core, EntryPoint = "H5Dcreate2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long create(
        long loc_id,
        string name,
        long type_id,
        long space_id,
        long lcpl_id = H5P.DEFAULT,
        long dcpl_id = H5P.DEFAULT,
        long dapl_id = H5P.DEFAULT);

    [LibraryImport(H5.Core, EntryPoint = "H5Dopen2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long open(long file_id, string name, long dapl_id = H5P.DEFAULT);

    [LibraryImport(H5.Core, EntryPoint = "H5Dread")]
    public static partial int read(
        long dset_id, long mem_type_id, long mem_space_id, long file_space_id, long plist_id, nint buf);

    [LibraryImport(H5.Core, EntryPoint = "H5Dwrite")]
    public static partial int write(
        long dset_id, long mem_type_id, long mem_space_id, long file_space_id, long plist_id, nint buf);

    [LibraryImport(H5.Core, EntryPoint = "H5Dvlen_reclaim")]
    public static partial int vlen_reclaim(long type_id, long space_id, long plist_id, nint buf);

    [LibraryImport(H5.Core, EntryPoint = "H5Dset_extent")]
    public static partial int set_extent(long dset_id, ulong[] size);

    [LibraryImport(H5.Core, EntryPoint = "H5Dget_space")]
    public static partial long get_space(long dset_id);

    [LibraryImport(H5.Core, EntryPoint = "H5Dget_type")]
    public static partial long get_type(long dset_id);

    [LibraryImport(H5.Core, EntryPoint = "H5Dclose")]
    public static partial int close(long dset_id);
}

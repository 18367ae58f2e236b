using System.Runtime.InteropServices;

namespace HDF.PInvoke;

/// <summary>Dimension scales, of the high-level library; HDF.PInvoke does not bind them.</summary>
internal static partial class H5DS
{
    internal const string HighLevel = "hdf5_hl";

    [LibraryImport(HighLevel, EntryPoint = "H5DSset_scale", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int set_scale(long dsid, string dimname);

    [LibraryImport(HighLevel, EntryPoint = "H5DSattach_scale")]
    public static partial int attach_scale(long did, long dsid, uint idx);

    [LibraryImport(HighLevel, EntryPoint = "H5DSis_scale")]
    public static partial int is_scale(long did);
}

using System.Runtime.InteropServices;

namespace HDF.PInvoke;

/// <summary>Objects of any kind.</summary>
internal static partial class H5O
{
    [LibraryImport(H5.Core, EntryPoint = "H5Oopen", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long open(long loc_id, string name, long lapl_id = H5P.DEFAULT);

    [LibraryImport(H5.Core, EntryPoint = "H5Oclose")]
    public static partial int close(long object_id);
}

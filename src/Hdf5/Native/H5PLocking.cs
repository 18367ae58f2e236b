using System.Runtime.InteropServices;

namespace HDF.PInvoke;

/// <summary>File locks, which the library can leave out from 1.10.7 on; HDF.PInvoke does not bind them.</summary>
internal static partial class H5PLocking
{
    /// <summary>Files made with this property list are not locked, where the library can do without.</summary>
    public static int TurnOff(long fapl_id)
    {
        try
        {
            return set_file_locking(fapl_id, 0, 1);
        }
        catch (EntryPointNotFoundException)
        {
            return 0;
        }
    }

    [LibraryImport("hdf5", EntryPoint = "H5Pset_file_locking")]
    private static partial int set_file_locking(long fapl_id, uint use_file_locking, uint ignore_when_disabled);
}

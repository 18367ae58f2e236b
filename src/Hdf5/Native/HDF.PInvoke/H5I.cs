using System.Runtime.InteropServices;

namespace HDF.PInvoke;

/// <summary>Identifiers.</summary>
internal static partial class H5I
{
    public enum type_t
    {
        BADID = -1,
        FILE = 1,
        GROUP = 2,
        DATATYPE = 3,
        DATASPACE = 4,
        DATASET = 5,
    }

    [LibraryImport(H5.Core, EntryPoint = "H5Iget_type")]
    public static partial type_t get_type(long obj_id);
}

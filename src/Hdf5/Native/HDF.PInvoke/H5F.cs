using System.Runtime.InteropServices;

namespace HDF.PInvoke;

/// <summary>Files.</summary>
internal static partial class H5F
{
    public const uint ACC_RDONLY = 0x0000u;
    public const uint ACC_RDWR = 0x0001u;
    public const uint ACC_TRUNC = 0x0002u;
    public const uint ACC_EXCL = 0x0004u;

    public enum scope_t
    {
        LOCAL = 0,
        GLOBAL = 1,
    }

    public enum close_degree_t
    {
        DEFAULT = 0,
        WEAK = 1,
        SEMI = 2,
        STRONG = 3,
    }

    public enum libver_t
    {
        EARLIEST = 0,
        V18 = 1,
        V110 = 2,
    }

    [LibraryImport(H5.Core, EntryPoint = "H5Fcreate", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long create(
        string filename, uint flags, long create_plist = H5P.DEFAULT, long access_plist = H5P.DEFAULT);

    [LibraryImport(H5.Core, EntryPoint = "H5Fopen", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long open(string filename, uint flags, long plist = H5P.DEFAULT);

    [LibraryImport(H5.Core, EntryPoint = "H5Fflush")]
    public static partial int flush(long object_id, scope_t scope);

    [LibraryImport(H5.Core, EntryPoint = "H5Fclose")]
    public static partial int close(long file_id);
}

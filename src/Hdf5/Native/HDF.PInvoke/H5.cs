using System.Reflection;
using System.Runtime.InteropServices;

namespace HDF.PInvoke;

/// <summary>The library as a whole, and where its file is found.</summary>
/// <remarks>
/// These classes carry the names and signatures of HDF.PInvoke, so that the package can take their place.
/// </remarks>
internal static partial class H5
{
    internal const string Core = "hdf5";

    // The two libraries of one build belong together, so they are looked for in pairs.
    private static readonly (string Core, string HighLevel)[] Candidates =
    [
        ("libhdf5_serial.so.103", "libhdf5_serial_hl.so.100"),
        ("libhdf5_serial.so.310", "libhdf5_serial_hl.so.310"),
        ("libhdf5.so.103", "libhdf5_hl.so.100"),
        ("libhdf5.so.200", "libhdf5_hl.so.200"),
        ("libhdf5.so.310", "libhdf5_hl.so.310"),
        ("libhdf5_serial.so", "libhdf5_serial_hl.so"),
        ("libhdf5.so", "libhdf5_hl.so"),
        ("libhdf5.dylib", "libhdf5_hl.dylib"),
        ("/opt/homebrew/lib/libhdf5.dylib", "/opt/homebrew/lib/libhdf5_hl.dylib"),
        ("/usr/local/lib/libhdf5.dylib", "/usr/local/lib/libhdf5_hl.dylib"),
        ("hdf5.dll", "hdf5_hl.dll"),
    ];

    private static readonly (nint Core, nint HighLevel) Libraries = Load();

    static H5() => NativeLibrary.SetDllImportResolver(typeof(H5).Assembly, Resolve);

    public enum index_t
    {
        NAME = 0,
        CRT_ORDER = 1,
    }

    public enum iter_order_t
    {
        INC = 0,
        DEC = 1,
    }

    [LibraryImport(Core, EntryPoint = "H5dont_atexit")]
    public static partial int dont_atexit();

    [LibraryImport(Core, EntryPoint = "H5open")]
    public static partial int open();

    [LibraryImport(Core, EntryPoint = "H5get_libversion")]
    public static partial int get_libversion(ref uint majnum, ref uint minnum, ref uint relnum);

    /// <summary>Value of a global identifier that <c>H5open</c> fills in.</summary>
    internal static unsafe long GetHid(string name)
    {
        _ = open();
        return *(long*)NativeLibrary.GetExport(Libraries.Core, name);
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) => name switch
    {
        Core => Libraries.Core,
        H5DS.HighLevel => Libraries.HighLevel,
        _ => 0,
    };

    private static (nint Core, nint HighLevel) Load()
    {
        foreach (var (core, highLevel) in Candidates)
        {
            if (NativeLibrary.TryLoad(core, out var first) && NativeLibrary.TryLoad(highLevel, out var second))
            {
                return (first, second);
            }
        }

        return (0, 0);
    }
}

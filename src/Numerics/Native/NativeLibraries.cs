using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sci.Numerics.Native;

/// <summary>Finds the native libraries under the names that systems give them.</summary>
internal static class NativeLibraries
{
    public const string Fftw = "fftw3";
    public const string OpenBlas = "openblas";

    private static readonly Dictionary<string, string[]> FileNames = new()
    {
        [Fftw] = ["libfftw3.so.3", "libfftw3.3.dylib", "libfftw3-3.dll"],
        [OpenBlas] = ["libopenblas.so.0", "libopenblas.dylib", "libopenblas.dll"],
    };

    /// <summary>Whether the library loads here.</summary>
    public static bool IsPresent(string library) => Find(library) != 0;

    // The runtime takes one resolver an assembly, and must have it before the first call of any import.
#pragma warning disable CA2255 // A library's initialiser is the only place that is surely early enough.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Register() =>
        NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, (name, _, _) => Find(name));

    private static nint Find(string library)
    {
        if (!FileNames.TryGetValue(library, out var names))
        {
            return 0;
        }

        foreach (var name in names)
        {
            if (NativeLibrary.TryLoad(name, Assembly.GetExecutingAssembly(), null, out var handle))
            {
                return handle;
            }
        }

        return 0;
    }
}

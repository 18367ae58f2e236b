using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Finds the shim: built when it is first needed, kept for every later run.</summary>
internal static class Library
{
    public const string Name = "sci_torch";

    // What build.sh says where libtorch or a compiler is missing.
    private const int Missing = 3;

    private static readonly Lazy<nint> Shim = new(Load);

#pragma warning disable CA2255 // The runtime takes one resolver an assembly, and must have it before the first call.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Register() =>
        NativeLibrary.SetDllImportResolver(typeof(Library).Assembly, (name, _, _) => name == Name ? Shim.Value : 0);

    /// <summary>Loads libtorch now, or says in one sentence what to install.</summary>
    /// <exception cref="DllNotFoundException">It is not there, or the shim cannot be built for it.</exception>
    public static void Require() => _ = Shim.Value;

    private static nint Load()
    {
        var shim = NativeLibrary.Load(Build());
        // The arena is set once, before the first tensor; see the shim.
        unsafe
        {
            ((delegate* unmanaged<void>)NativeLibrary.GetExport(shim, "sci_keep_memory"))();
        }

        return shim;
    }

    private static string Build()
    {
        var sources = Directory.CreateTempSubdirectory("sci-torch-");
        try
        {
            Unpack("shim.cpp", sources);
            return Build(Unpack("build.sh", sources));
        }
        finally
        {
            sources.Delete(recursive: true);
        }
    }

    private static string Unpack(string name, DirectoryInfo folder)
    {
        var path = Path.Combine(folder.FullName, name);
        using var source = typeof(Library).Assembly.GetManifestResourceStream(name)!;
        using var file = File.Create(path);
        source.CopyTo(file);
        return path;
    }

    private static string Build(string script)
    {
        var start =
            new ProcessStartInfo("bash", [script]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var build = Process.Start(start)!;
        var errors = build.StandardError.ReadToEndAsync();
        var shim = build.StandardOutput.ReadToEnd().Trim();
        build.WaitForExit();
        return build.ExitCode switch
        {
            0 => shim,
            Missing => throw new DllNotFoundException(
                "Tensors need libtorch and a C++ compiler, and one of them is not here; install them with: "
                + "sudo apt-get install -y libtorch-dev g++ (or name a libtorch folder in LIBTORCH)."),
            _ => throw new DllNotFoundException(
                $"The shim for libtorch cannot be built: {errors.Result.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal)) ?? errors.Result.Trim()}"),
        };
    }
}

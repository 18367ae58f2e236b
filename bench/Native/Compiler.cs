using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Sci.Bench.Native;

/// <summary>Compiles a reference program of <c>bench/reference</c> with gcc and loads it.</summary>
internal static class Compiler
{
    /// <exception cref="InvalidOperationException">gcc or FFTW's headers are missing; the message says what to
    /// install.</exception>
    public static nint Load(string source) => Load(source, Path.ChangeExtension(source, ".so"), "-lfftw3");

    /// <summary>The same in single precision.</summary>
    public static nint LoadSingle(string source) =>
        Load(source, Path.ChangeExtension(source, ".single.so"), "-DSINGLE", "-lfftw3f");

    private static nint Load(string source, string name, params string[] options)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "reference");
        var library = Path.Combine(folder, name);
        string[] arguments =
        [
            "-O3", "-march=native", "-ffast-math", "-shared", "-fPIC", "-o", library, Path.Combine(folder, source),
            .. options, "-lm",
        ];
        try
        {
            using var gcc = Process.Start(new ProcessStartInfo("gcc", arguments) { RedirectStandardError = true })!;
            var errors = gcc.StandardError.ReadToEnd();
            gcc.WaitForExit();
            return gcc.ExitCode == 0 ? NativeLibrary.Load(library) : throw new InvalidOperationException(errors);
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            throw new InvalidOperationException(
                $"The reference {source} does not compile; apt-get install gcc libc6-dev libfftw3-dev. {error.Message}",
                error);
        }
    }
}

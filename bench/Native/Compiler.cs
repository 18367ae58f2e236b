using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Sci.Bench.Native;

/// <summary>Compiles a reference program of <c>bench/reference</c> with gcc and loads it.</summary>
internal static class Compiler
{
    /// <exception cref="InvalidOperationException">gcc or FFTW's headers are missing; the message says what to
    /// install.</exception>
    public static nint Load(string source)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "reference");
        var library = Path.Combine(folder, Path.ChangeExtension(source, ".so"));
        string[] arguments =
            ["-O3", "-march=native", "-ffast-math", "-shared", "-fPIC", "-o", library, Path.Combine(folder, source), "-lfftw3", "-lm"];
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

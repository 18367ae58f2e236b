using System.Diagnostics;
using System.Numerics;
using Sci.Cases.Settings;

namespace Sci.Cli;

/// <summary>Binds this process to a number of cores, whatever its libraries think they may use, until disposed.</summary>
/// <remarks>Threads made later inherit the binding, so it comes before the work.</remarks>
internal sealed class Cores : IDisposable
{
    private readonly nint before;

    private Cores(nint before) => this.before = before;

    /// <summary>Binds to that many of the cores that the process may use now.</summary>
    /// <exception cref="SettingsException">The system cannot bind.</exception>
    public static Cores Limit(int count)
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            using var process = Process.GetCurrentProcess();
            var before = process.ProcessorAffinity;
            process.ProcessorAffinity = Lowest(before, count);
            return new Cores(before);
        }

        throw new SettingsException(new Place("--threads"), "this system binds no process to cores; leave it out.");
    }

    public void Dispose()
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            using var process = Process.GetCurrentProcess();
            process.ProcessorAffinity = before;
        }
    }

    private static nint Lowest(nint mask, int count)
    {
        var (kept, left) = (0UL, (ulong)mask);
        for (var i = 0; i < count && left != 0; i++)
        {
            var lowest = 1UL << BitOperations.TrailingZeroCount(left);
            (kept, left) = (kept | lowest, left & ~lowest);
        }

        return (nint)kept;
    }
}

using System.Diagnostics;

namespace Sci.Cli.Tests;

/// <summary>The program in a process of its own, and signals to it.</summary>
internal static class Child
{
    /// <summary>
    /// Starts it with Ctrl-C heard, also where the tests themselves run in the background and do not hear it.
    /// </summary>
    public static Process Sci(string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "sci.exe" : "sci");
        var start = OperatingSystem.IsLinux()
            ? new ProcessStartInfo("env", ["--default-signal=INT,HUP", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        start.RedirectStandardError = true;
        start.RedirectStandardOutput = true;
        return Process.Start(start)!;
    }

    public static async Task Signal(Process process, string signal)
    {
        using var kill = Process.Start("kill", [signal, $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }
}

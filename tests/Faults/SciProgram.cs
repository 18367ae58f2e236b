using System.Diagnostics;
using Sci.Cases;
using Sci.Cli;

namespace Sci.Faults;

/// <summary>The program: in this process, and in one of its own.</summary>
internal static class SciProgram
{
    /// <summary>Runs a command line in this process.</summary>
    public static Answer Run(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal(output, error, LiveOut: false, LiveError: false, TimeProvider.System, default);
        var watch = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        var code = SciCommand.Run(words, terminal, CaseKinds.All);
        var work = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        return new Answer(
            code, output.ToString(), error.ToString(), watch.Elapsed.TotalSeconds, work, words[0] == "validate");
    }

    /// <summary>Starts it in a process of its own, by way of another program where one is named.</summary>
    public static Process Start(IEnumerable<string> words, params string[] way)
    {
        string[] all =
            [.. way, Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "sci.exe" : "sci"), .. words];
        return Process.Start(new ProcessStartInfo(all[0], all.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    /// <summary>Runs it in a process of its own to its end.</summary>
    public static Answer RunApart(IEnumerable<string> words, params string[] way)
    {
        var watch = Stopwatch.StartNew();
        using var process = Start(words, way);
        return End(process, watch);
    }

    /// <summary>Waits for the end of a process.</summary>
    public static Answer End(Process process, Stopwatch watch)
    {
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.WaitForExit();
        return new Answer(process.ExitCode, output.Result, error.Result, watch.Elapsed.TotalSeconds);
    }
}

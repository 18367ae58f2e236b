using System.Diagnostics;
using System.Globalization;

namespace Sci.Bench;

/// <summary>Runs a program of <c>bench/peers</c>, on one thread.</summary>
internal static class Peer
{
    /// <summary>
    /// Its CPU time a unit of work, in microseconds, and the result that shows that it did the same work.
    /// </summary>
    public static (double Microseconds, double Result) Run(string script, params object[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/python3") { RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "peers", script));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(Convert.ToString(argument, CultureInfo.InvariantCulture)!);
        }

        start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        using var process = Process.Start(start)!;
        var words = process.StandardOutput.ReadToEnd().Split(' ');
        process.WaitForExit();
        return words.Length == 2
            ? (double.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(
                words[1], CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"{script} needs python3 with NumPy; apt install python3-numpy.");
    }
}

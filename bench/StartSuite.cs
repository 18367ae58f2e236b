using System.Diagnostics;
using Sci.Testing;

namespace Sci.Bench;

/// <summary>What a user waits for: the published program from its start to the first result of a small run.</summary>
internal static class StartSuite
{
    private const int Count = 15;

    private const string Case = """
        kind: solve
        title: Kuramoto and Sivashinsky's equation on 64 points
        seed: 1
        system:
          name: equation
          equation: u_t = -u*u_x - u_xx - u_xxxx
          grid: {points: 64, length: 22}
          scheme: etdrk4
          step: 1/4
        initial: cos(2*pi*x/22)*(1 + sin(2*pi*x/22))
        duration: 50
        saves: 100
        """;

    /// <summary>
    /// The time to the file of the solution and to the end, with report and figures, beside NumPy's import.
    /// </summary>
    /// <exception cref="InvalidOperationException">The program has not been published.</exception>
    public static IEnumerable<Row> Run()
    {
        var program = Path.Combine(Repository.Root, "artifacts", "sci", "sci");
        if (!File.Exists(program))
        {
            throw new InvalidOperationException(
                $"{program} is not there; dotnet publish Sci.csproj -r linux-x64 -o artifacts/sci.");
        }

        var folder = Directory.CreateTempSubdirectory("sci-start-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "case.yaml"), Case);
            var times = Enumerable.Range(0, Count).Select(_ => Turn(program, folder)).ToArray();
            return [Row("start-ks-64", times, time => time.First), Row("run-ks-64", times, time => time.Whole)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (double First, double Whole, double Import) Turn(string program, string folder)
    {
        var output = Path.Combine(folder, "out");
        var (began, whole) = Milliseconds(program, folder, "--out", output, "--quiet");
        // Sealing it is the last change before the file takes its name.
        var first = File.GetLastWriteTimeUtc(Path.Combine(output, "default", "1-solution.h5")) - began;
        Directory.Delete(output, recursive: true);
        var (_, import) = Milliseconds("/usr/bin/python3", "-c", "import numpy");
        return (first.TotalMilliseconds, whole, import);
    }

    private static (DateTime Began, double Milliseconds) Milliseconds(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var (began, watch) = (TimeProvider.System.GetUtcNow().UtcDateTime, Stopwatch.StartNew());
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var taken = watch.Elapsed.TotalMilliseconds;
        return process.ExitCode == 0
            ? (began, taken)
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {error.Result}");
    }

    private static Row Row(
        string work, (double First, double Whole, double Import)[] times,
        Func<(double First, double Whole, double Import), double> ours) => new(
        work, Median(times.Select(ours)), Median(times.Select(time => time.Import)),
        Median(times.Select(time => ours(time) / time.Import)), "ms");

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Count / 2);
}

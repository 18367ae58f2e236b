using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Sci.Cases;
using Sci.Testing;

namespace Sci.Bench;

/// <summary>The peak of a run's resident memory against what the program foretells, a process a run.</summary>
internal static partial class MemorySuite
{
    // Peaks are reached in the first epochs, steps and analyses: README.md has whole trainings beside these.
    private static readonly Dictionary<string, string[]> Shorter = new(StringComparer.Ordinal)
    {
        ["burgers-deeponet"] = ["training.epochs=2"],
        ["burgers-fno"] = ["training.epochs=1"],
        ["ks-rollout"] = ["training.epochs=1", "rollout.long_steps=100"],
        ["ks-surrogate"] = ["training.epochs=1", "filter.analyses=50"],
        ["lorenz96-mno"] = ["training.epochs=1"],
        ["ns2d-fno"] = ["training.epochs=1"],
        ["ns2d-refiner"] = ["training.epochs=1", "refinement.runs=3"],
        ["burgers-pinn"] = Steps, ["convection-lpinn"] = Steps, ["helmholtz-pig"] = Steps, ["peak-aas"] = Steps,
        ["ks-pinn"] = Steps,
        ["ks-enkf"] = Analyses, ["lorenz63"] = Analyses, ["lorenz96"] = Analyses, ["qg-enkf"] = Analyses,
    };

    private static string[] Steps => ["training.adam_steps=20", "training.newton_steps=20"];

    private static string[] Analyses => ["analyses=200"];

    /// <summary>The default experiments of the cases whose names begin with <paramref name="only"/>.</summary>
    public static IEnumerable<Row> Run(string only) =>
        from folder in Directory.GetDirectories(Path.Combine(Repository.Root, "cases")).Order()
        let name = Path.GetFileName(folder)
        where name.StartsWith(only, StringComparison.Ordinal) && File.Exists(Path.Combine(folder, "case.yaml"))
        from experiment in CaseKinds.All.Open(folder).Experiments
        where experiment.IsDefault
        select Measure(folder, experiment.Name, Shorter.GetValueOrDefault(name, []));

    // Megabytes, measured and foretold.
    private static Row Measure(string folder, string experiment, string[] changes)
    {
        var output = Directory.CreateTempSubdirectory("sci-memory-").FullName;
        string[] words =
        [
            folder, "-e", experiment, "--threads", "2", "--quiet", "--out", output,
            .. changes.SelectMany(change => new[] { "--set", change }),
        ];
        var foretold = Foretold(words);
        var measured = Peak(words);
        Directory.Delete(output, recursive: true);
        return new($"{Path.GetFileName(folder)} {experiment}", measured, foretold, measured / foretold, "MB");
    }

    // The program refuses a run that would not fit, in a sentence that says what it would take.
    private static double Foretold(string[] words)
    {
        using var run = Start([.. words, "--memory", "0.01"]);
        var sentence = run.StandardError.ReadToEnd();
        run.WaitForExit();
        var match = Total().Match(sentence);
        return match.Success
            ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
                * (match.Groups[2].Value == "GB" ? 1e3 : 1)
            : throw new InvalidOperationException($"There is no estimate in: {sentence}");
    }

    // The system keeps the peak for as long as the process is there; it does not fall.
    private static double Peak(string[] words)
    {
        using var run = Start(words);
        var (output, error) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        var peak = 0L;
        while (!run.WaitForExit(TimeSpan.FromMilliseconds(20)))
        {
            peak = Math.Max(peak, SoFar(run));
        }

        _ = output.Result;
        return run.ExitCode == 0
            ? peak / 1e6 : throw new InvalidOperationException($"{string.Join(' ', words)}: {error.Result}");
    }

    private static long SoFar(Process run)
    {
        try
        {
            run.Refresh();
            return run.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It ended between two looks.
            return 0;
        }
    }

    private static Process Start(string[] words)
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "sci.exe" : "sci");
        return Process.Start(new ProcessStartInfo(program, words)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    [GeneratedRegex("(?:about|at least) ([0-9.]+) (MB|GB) of memory")]
    private static partial Regex Total();
}

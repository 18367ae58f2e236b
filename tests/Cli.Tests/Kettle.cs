using Sci.Cases;
using Sci.Solvers;

namespace Sci.Cli.Tests;

/// <summary>A folder with a case, and the command line over it.</summary>
internal sealed class Kettle : IDisposable
{
    private const string Case = """
        minutes: 3
        default_experiments: [green, black]
        experiments:
          green: {about: the mild one}
          black: {minutes: 5}
          burnt: {trouble: blow-up}
        """;

    private readonly CancellationTokenSource source = new();

    public Kettle()
    {
        Folder = Directory.CreateTempSubdirectory("sci").FullName;
        Directory.CreateDirectory(At("tea"));
        File.WriteAllText(At("tea/case.yaml"), Case);
        File.WriteAllText(At("tea/README.md"), "# tea\n\nDraws tea.\n");
    }

    public string Folder { get; }

    public bool Live { get; init; }

    public string At(string path) => Path.Combine(Folder, path);

    public void Dispose()
    {
        source.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Runs a command line; <c>@</c> at the start of a word stands for the folder.</summary>
    public Answer Run(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal(output, error, LiveOut: false, LiveError: Live, TimeProvider.System, source.Token);
        var arguments = words.Select(word => word.StartsWith('@') ? At(word[1..]) : word).ToArray();
        var code = SciCommand.Run(arguments, terminal, new CaseKind<Tea>(Brew));
        return new Answer(code, Short(output), Short(error));
    }

    private string Short(StringWriter writer) => writer.ToString().Replace(Folder + "/", "@", StringComparison.Ordinal);

    private ExperimentResult Brew(ExperimentRun<Tea> run)
    {
        run.Progress.Started("draw", 2);
        run.Progress.Advanced("draw");
        run.Progress.Note("the water is hard");
        run.Progress.Finished("draw", "is drawn");
        var tea = run.Experiment.Settings;
        switch (tea.Trouble)
        {
            case "blow-up":
                throw new BlowUpException(3, 1.5, "is no longer finite", "halve time_step");
            case "bug":
                throw new InvalidOperationException("the pot has no bottom");
            case "disk":
                throw new IOException("No space left on device");
            case "interrupt":
                source.Cancel();
                run.Cancel.ThrowIfCancellationRequested();
                break;
        }

        var metrics = new OrderedDictionary<string, double>
        {
            [Metric.EpsilonBefore] = 0.5,
            [Metric.EpsilonAfter] = tea.Minutes / 1000,
            [Metric.SupportExact] = 1,
            ["threads"] = run.Options.Threads ?? double.NaN,
        };
        return new ExperimentResult(
            run.Experiment.Name,
            0,
            metrics,
            new FoundEquation("u_t = u", "(0.500 ± 0.004) u_xx", "u_t = u + 0.5*u_xx"),
            [new FoundTerm("u_xx", 0.5, 0.004)]);
    }
}

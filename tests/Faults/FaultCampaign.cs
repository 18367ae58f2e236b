using Spectre.Console;

namespace Sci.Faults;

/// <summary>The whole campaign, or the rows of it that are asked for.</summary>
public static class FaultCampaign
{
    private const int MostTold = 20;

    private static readonly (string Name, string Fault, Action<Tally, FaultOptions, string> Run)[] Others =
    [
        ("kill", "kill -9 in a stage of a default case", (tally, options, _) => Kill.Run(tally, options)),
        ("disk", "full disk", FullDisk.Run),
        ("read-only", "output that cannot be written", (tally, _, prepared) => ReadOnlyOutput.Run(tally, prepared)),
        ("paths", "paths that climb out, lead to devices or nowhere", (tally, _, _) => Paths.Run(tally)),
        ("links", "links and folders in the place of outputs", (tally, _, prepared) => Links.Run(tally, prepared)),
        ("twice", "two runs in one case at once", (tally, _, prepared) => Twice.Run(tally, prepared)),
        ("commands", "commands refused; no network", (tally, _, prepared) => Commands.Run(tally, prepared)),
        ("large", "a settings file of 100 MB, a million levels", (tally, _, _) => LargeSettings.Run(tally)),
    ];

    /// <summary>Runs what the words ask for, prints the counts and returns 0 if nothing went wrong.</summary>
    public static int Execute(IReadOnlyList<string> words)
    {
        var tallies = Run(FaultOptions.Parse(words), Console.Error.WriteLine);
        Print(tallies);
        return tallies.All(tally => tally.Wrong.Count == 0) ? 0 : 1;
    }

    /// <summary>Runs the campaign and returns its counts; <paramref name="say"/> hears what is being done.</summary>
    public static IReadOnlyList<Tally> Run(FaultOptions options, Action<string> say)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(say);
        var prepared = Directory.CreateTempSubdirectory("sci-fault-").FullName;
        var whole = SciProgram.RunApart([.. SmallCase.EveryStage, "--out", prepared]);
        if (whole.Code != 0)
        {
            throw new InvalidOperationException($"The undisturbed run fails: {whole}");
        }

        Tally[] tallies = [.. Rows(options, prepared)
            .Where(row => options.Only.Count == 0 || options.Only.Contains(row.Name))
            .Select(row =>
            {
                say($"{row.Name}: {row.Fault}");
                var tally = new Tally(row.Fault);
                row.Run(tally);
                tally.Wrong.Take(MostTold).ToList().ForEach(say);
                return tally;
            })];
        Directory.Delete(prepared, recursive: true);
        return tallies;
    }

    private static IEnumerable<(string Name, string Fault, Action<Tally> Run)> Rows(
        FaultOptions options, string prepared) =>
        Worker.Trials.Select(trial => (trial.Name, trial.Fault, (Action<Tally>)(tally =>
        {
            using var mutations = new Mutations(trial.Name, prepared, options.Seed);
            mutations.Run(tally, Math.Max(1, options.Mutations / trial.Share));
        }))).Concat(Others.Select(row => (row.Name, row.Fault, (Action<Tally>)(tally =>
            row.Run(tally, options, prepared)))));

    private static void Print(IReadOnlyList<Tally> tallies)
    {
        var table = new Table().MarkdownBorder();
        foreach (var name in new[] { "fault", "tried", "refused in a sentence", "of these, HDF5 broke down", "gone on, rightly", "wrong", "longest, s" })
        {
            table.AddColumn(new TableColumn(name) { NoWrap = true });
        }

        foreach (var tally in tallies)
        {
            table.AddRow(
                tally.Fault, $"{tally.Tried}", $"{tally.Refused}", $"{tally.Contained}", $"{tally.WentOn}",
                $"{tally.Wrong.Count}",
                $"{tally.Longest:0.0}");
        }

        AnsiConsole.Profile.Width = 240;
        AnsiConsole.Write(table);
    }
}

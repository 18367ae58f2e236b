using Spectre.Console;

namespace Sci.Faults;

/// <summary>The whole campaign, or the rows of it that are asked for.</summary>
public static class FaultCampaign
{
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

        var tallies = new List<Tally>();
        void Row(string name, string fault, Action<Tally> run)
        {
            if (options.Only.Count > 0 && !options.Only.Contains(name))
            {
                return;
            }

            say($"{name}: {fault}");
            tallies.Add(new Tally(fault));
            run(tallies[^1]);
            tallies[^1].Wrong.Take(20).ToList().ForEach(say);
        }

        foreach (var (name, fault, share) in Worker.Trials)
        {
            Row(name, fault, tally =>
            {
                using var mutations = new Mutations(name, prepared, options.Seed);
                mutations.Run(tally, Math.Max(1, options.Mutations / share));
            });
        }

        foreach (var (name, fault, run) in Others)
        {
            Row(name, fault, tally => run(tally, options, prepared));
        }

        Directory.Delete(prepared, recursive: true);
        return tallies;
    }

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
                tally.Fault, $"{tally.Tried}", $"{tally.Refused}", $"{tally.Contained}", $"{tally.WentOn}", $"{tally.Wrong.Count}",
                $"{tally.Longest:0.0}");
        }

        AnsiConsole.Profile.Width = 240;
        AnsiConsole.Write(table);
    }
}

using System.CommandLine;
using Sci.Cases;
using Sci.Cases.Settings;
using Sci.Cli.Completion;
using Sci.Cli.Output;

namespace Sci.Cli.Commands;

/// <summary><c>sci compare A B</c>: two sets of results side by side.</summary>
internal static class CompareCommand
{
    public static Command Create(Terminal terminal)
    {
        var first =
            new Argument<string>("A") { Description = "Results: a case, a folder of results, or a file of --json." };
        var second = new Argument<string>("B") { Description = "Results to set beside them." };
        Suggestion.Cases(first);
        Suggestion.Cases(second);
        var command =
            new Command("compare", "Set two results side by side, experiment by experiment.") { first, second };
        command.SetAction(parsed => Compare(terminal, parsed.GetRequiredValue(first), parsed.GetRequiredValue(second)));
        return command;
    }

    private static int Compare(Terminal terminal, string first, string second)
    {
        var (a, b) = (CaseResults.Find(first).Experiments, CaseResults.Find(second).Experiments);
        var pairs = Pairs(a, b);
        if (pairs.Count == 0)
        {
            throw new SettingsException(new Place(second), $"no experiment here has the name of one in {first}.");
        }

        Comparison.Write(terminal, pairs, first, second);
        return ExitCode.Ok;
    }

    /// <summary>Experiments of the same name; where each side has one, these two.</summary>
    private static List<(ExperimentResult First, ExperimentResult Second)> Pairs(
        IReadOnlyList<ExperimentResult> a, IReadOnlyList<ExperimentResult> b) => a.Count == 1 && b.Count == 1
            ? [(a[0], b[0])]
            : [.. a.Join(b, first => first.Name, second => second.Name, (first, second) => (first, second))];
}

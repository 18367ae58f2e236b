using System.CommandLine;
using Sci.Cases;
using Sci.Cli.Completion;
using Sci.Cli.Output;

namespace Sci.Cli.Commands;

/// <summary><c>sci report DIR</c>: what earlier runs found.</summary>
internal static class ReportCommand
{
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("DIR") { Description = "A case that has run, a folder of results, or a results file." };
        Suggestion.Cases(folder);
        var command = new Command("report", "Show the results of earlier runs again, with every term.") { folder };
        command.SetAction(parsed => Report(terminal, parsed.GetRequiredValue(folder)));
        return command;
    }

    private static int Report(Terminal terminal, string path)
    {
        var results = CaseResults.Find(path);
        var output = Directory.Exists(Path.Combine(path, "out")) ? Path.Combine(path, "out") : path;
        Summary.WriteTerms(terminal, results.Experiments);
        Summary.Write(terminal, results.Experiments, output);
        return ExitCode.Ok;
    }
}

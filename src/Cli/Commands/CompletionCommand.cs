using System.CommandLine;
using Sci.Cases.Settings;
using Sci.Cli.Completion;

namespace Sci.Cli.Commands;

/// <summary><c>sci completion SHELL</c>: what a shell needs to complete commands, cases and experiments.</summary>
internal static class CompletionCommand
{
    public static Command Create(Terminal terminal)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish." };
        Suggestion.Words(shell, CompletionScript.Of.Keys);
        var command = new Command(
            "completion", "Print a script that completes commands, options, cases, experiments and kinds.") { shell };
        command.SetAction(parsed => Print(terminal, parsed.GetRequiredValue(shell)));
        return command;
    }

    private static int Print(Terminal terminal, string shell)
    {
        terminal.Out.Write(CompletionScript.Of.TryGetValue(shell, out var script)
            ? script
            : throw new SettingsException(
                new Place(shell),
                $"there is no completion for this shell;{Spelling.Hint(shell, [.. CompletionScript.Of.Keys])}."));
        return ExitCode.Ok;
    }
}

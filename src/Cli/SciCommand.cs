using System.CommandLine;
using System.CommandLine.Invocation;
using Sci.Cases;
using Sci.Cli.Commands;
using Sci.Cli.Output;

namespace Sci.Cli;

/// <summary>The tree of commands.</summary>
internal static class SciCommand
{
    /// <summary>Runs one command line and returns its exit code; throws nothing.</summary>
    public static int Run(string[] arguments, Terminal terminal, ICaseKind kind)
    {
        var verbose = arguments.Contains("--verbose") || arguments.Contains("-v");
        try
        {
            return Invoke(arguments, terminal, kind);
        }
        catch (Exception exception)
        {
            var failure = Failure.Of(exception);
            var more = failure.Code == ExitCode.Unexpected && !verbose ? " Run again with --verbose for details." : "";
            terminal.Error.WriteLine($"sci: {Plain.Text(failure.Sentence)}{more}");
            if (verbose)
            {
                terminal.Error.WriteLine(exception);
            }

            return failure.Code;
        }
    }

    private static int Invoke(string[] arguments, Terminal terminal, ICaseKind kind)
    {
        var parsed = Tree(terminal, kind).Parse(
            arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            terminal.Error.WriteLine($"sci: {Plain.Text(HelpText.Mistake(parsed))}");
            return ExitCode.BadInput;
        }

        return parsed.Invoke(new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    private static RootCommand Tree(Terminal terminal, ICaseKind kind)
    {
        var root = new RootCommand("Finds the closed-form term that a wrong model lacks, from a few observations.");
        new RunCommand(terminal, kind).AddTo(root);
        root.Subcommands.Add(new RunCommand(terminal, kind).Named());
        root.Subcommands.Add(ValidateCommand.Create(terminal, kind));
        root.Subcommands.Add(NewCommand.Create(terminal, kind));
        root.Subcommands.Add(ListCommand.Create(terminal, kind));
        root.Subcommands.Add(ReportCommand.Create(terminal));
        root.Subcommands.Add(CompareCommand.Create(terminal));
        root.Subcommands.Add(ShowCommand.Create(terminal));
        root.Subcommands.Add(SchemaCommand.Create(terminal, kind));
        root.Subcommands.Add(CompletionCommand.Create(terminal));
        HelpText.AddExamples(root);
        return root;
    }
}

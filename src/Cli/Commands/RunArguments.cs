using System.CommandLine;
using System.CommandLine.Parsing;
using Sci.Cases;
using Sci.Cli.Completion;

namespace Sci.Cli.Commands;

/// <summary>What may be said when a case is run.</summary>
internal sealed class RunArguments(ICaseKind kind)
{
    public Argument<string?> Folder { get; } = new("DIR")
    {
        Description = "Folder of the case (it holds case.yaml).",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public Option<string[]> Experiments { get; } = new("--experiment", "-e")
    {
        Description = "Experiment to run: a name, a pattern with *, or all; may be repeated.",
        HelpName = "NAME",
    };

    public Option<string?> Json { get; } = new("--json")
    {
        Description = "Write the results for programs, too.",
        HelpName = "FILE",
    };

    public Option<bool> Verbose { get; } = new("--verbose", "-v")
    {
        Description = "Say more: every stage, and the details of a failure.",
    };

    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Say nothing but the result." };

    private Option<int?> Threads { get; } = new("--threads", "-j")
    {
        Description = "Threads to use [default: all cores].",
        HelpName = "N",
    };

    private Option<double?> Memory { get; } = new("--memory")
    {
        Description = "Refuse a run that would take more memory [default: what there is].",
        HelpName = "GB",
    };

    private Option<bool> NoCommands { get; } = new("--no-commands")
    {
        Description = "Refuse a case whose model is a command.",
    };

    private Option<string[]> Overrides { get; } = new("--set", "-s")
    {
        Description = "Change one setting, such as model.time_step=1/64; may be repeated.",
        HelpName = "key=value",
    };

    private Option<string?> Output { get; } = new("--out", "-o")
    {
        Description = "Folder of the results [default: DIR/out].",
        HelpName = "FOLDER",
    };

    /// <summary>Makes a command take these.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(Folder);
        Option[] options = [Experiments, Overrides, Output, Json, Threads, Memory, NoCommands, Verbose, Quiet];
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        Suggestion.Cases(Folder);
        Suggestion.Experiments(Experiments, Folder, kind);
        Suggestion.Settings(Overrides, Folder, kind);
        Folder.Validators.Add(given =>
            Refuse(given, given.Tokens is [{ Value: ['-', ..] }], "A folder's name does not begin with `-`"));
        Threads.Validators.Add(given => Refuse(given, Number(given) < 1, "--threads must be at least 1"));
        command.Validators.Add(given =>
            Refuse(
                given, given.GetValue(Verbose) && given.GetValue(Quiet), "--verbose and --quiet exclude each other"));
    }

    public RunOptions Options(ParseResult parsed) => new()
    {
        Overrides = parsed.GetValue(Overrides) ?? [],
        Output = parsed.GetValue(Output),
        Threads = parsed.GetValue(Threads),
        Memory = parsed.GetValue(Memory) * 1e9,
        NoCommands = parsed.GetValue(NoCommands),
    };

    private static int? Number(OptionResult given) =>
        int.TryParse(given.Tokens.Count > 0 ? given.Tokens[0].Value : "", out var number) ? number : null;

    private static void Refuse(SymbolResult given, bool wrong, string sentence)
    {
        if (wrong)
        {
            given.AddError(sentence);
        }
    }
}

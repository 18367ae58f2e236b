using System.CommandLine;
using Sci.Cases;
using Sci.Cases.Settings;
using Sci.Cli.Output;
using Sci.Numerics;

namespace Sci.Cli.Commands;

/// <summary><c>sci DIR</c> and <c>sci run DIR</c>.</summary>
internal sealed class RunCommand(Terminal terminal, ICaseKind kind)
{
    private readonly RunArguments arguments = new(kind);

    /// <summary>The command under its own name.</summary>
    public Command Named()
    {
        var command = new Command("run", "Run a case; the same as naming the folder alone.");
        AddTo(command);
        return command;
    }

    /// <summary>Makes a command do what this one does.</summary>
    public void AddTo(Command command)
    {
        arguments.AddTo(command);
        command.SetAction(Execute);
    }

    private int Execute(ParseResult parsed)
    {
        if (parsed.GetValue(arguments.Folder) is not { } path)
        {
            return parsed.RootCommandResult.Command.Parse("--help").Invoke(parsed.InvocationConfiguration);
        }

        var found = Open(path, parsed);
        PrepareFolder(parsed.GetValue(arguments.Json));
        var results = new List<ExperimentResult>();
        try
        {
            Watch(parsed, progress => Collect(found, parsed, progress, results));
        }
        finally
        {
            Tell(found, parsed, results);
        }

        return ExitCode.Ok;
    }

    /// <summary>Opens the case; a word that is no folder may have been meant as a command.</summary>
    private ICase Open(string path, ParseResult parsed)
    {
        var commands = parsed.RootCommandResult.Command.Subcommands.Select(command => command.Name);
        return Directory.Exists(path) || File.Exists(path) || Spelling.Nearest(path, commands) is not { } near
            ? kind.Open(path)
            : throw new SettingsException(
                new Place(path), $"there is neither such a folder nor such a command; did you mean `sci {near}`?");
    }

    private static void PrepareFolder(string? file)
    {
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }
    }

    private void Watch(ParseResult parsed, Action<IRunProgress> run)
    {
        var verbose = parsed.GetValue(arguments.Verbose);
        if (parsed.GetValue(arguments.Quiet))
        {
            run(new NoProgress());
        }
        else if (terminal.LiveError)
        {
            LiveProgress.Watch(terminal, verbose, run);
        }
        else
        {
            run(new LineProgress(terminal.Error, terminal.Clock, verbose));
        }
    }

    private void Collect(ICase found, ParseResult parsed, IRunProgress progress, List<ExperimentResult> results)
    {
        var names = (parsed.GetValue(arguments.Experiments) ?? []).SelectMany(name => name.Split(',')).ToArray();
        using var heard = StandIns.Listen(progress.Note);
        foreach (var result in found.Run(names, arguments.Options(parsed), progress, terminal.Cancel))
        {
            results.Add(result);
        }
    }

    private void Tell(ICase found, ParseResult parsed, List<ExperimentResult> results)
    {
        if (results.Count == 0)
        {
            return;
        }

        Summary.Write(terminal, results, arguments.Options(parsed).Output ?? found.Output);
        if (parsed.GetValue(arguments.Json) is { } file)
        {
            new CaseResults(found.Name, results).Write(file);
        }
    }
}

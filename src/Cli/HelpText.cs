using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Sci.Cases.Settings;

namespace Sci.Cli;

/// <summary>What the help says beyond the list of options, and what is said of a mistyped line.</summary>
internal static class HelpText
{
    private const string ExitCodes = """
        From the source tree, `dotnet run --` stands for `sci`.

        Exit codes:
          0    done
          1    something unexpected; --verbose gives the details
          2    arguments, settings, files or folders that cannot be used
          3    a run blew up; the message names the member, the time and the remedy
          130  stopped by Ctrl-C; finished stages are kept and the next run goes on from them

        """;

    private static readonly Dictionary<string, string[]> Examples = new(StringComparer.Ordinal)
    {
        ["validate"] = ["sci validate cases/ks"],
        ["new"] = ["sci new first", "sci new my-case --like ks"],
        ["list"] = ["sci list", "sci list cases/ks"],
        ["report"] = ["sci report cases/ks"],
        ["compare"] = ["sci compare before.json after.json", "sci compare cases/ks cases/my-case"],
        ["show"] = ["sci show cases/ks/out/KS-1/1-truth.h5", "sci show a.h5 --dataset u"],
        ["schema"] = ["sci schema > case.schema.json", "sci schema --kind twin --markdown"],
        ["completion"] = ["source <(sci completion bash)", "sci completion fish > ~/.config/fish/completions/sci.fish"],
    };

    private static readonly string[] OfRun =
    [
        "sci cases/ks                                 the default experiments",
        "sci cases/ks --experiment all                every experiment",
        "sci cases/ks -e KS-1 -e 'honest-*'           some of them",
        "sci cases/ks --set observations.noise=0.01   with one setting changed",
        "sci cases/ks --json results.json             results for programs",
    ];

    /// <summary>Lets the help end with examples and exit codes.</summary>
    public static void AddExamples(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new WithExamples((SynchronousCommandLineAction)option.Action!);
    }

    /// <summary>The first thing wrong with a command line, with the nearest option where one is near.</summary>
    public static string Mistake(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var unknown = parsed.Tokens
            .Where(token => token.Type != TokenType.Option && token.Value.StartsWith("--", StringComparison.Ordinal))
            .Select(token => token.Value)
            .FirstOrDefault();
        var options = command.Options.Concat(
            parsed.RootCommandResult.Command.Options.Where(option => option.Recursive));
        var mistake = unknown is null
            ? parsed.Errors[0].Message.TrimEnd('.')
            : $"There is no option {unknown};{Spelling.Hint(unknown, [.. options.Select(option => option.Name)])}";
        var words = parsed.RootCommandResult.Command == command ? "sci" : $"sci {command.Name}";
        return $"{mistake}. See `{words} --help`.";
    }

    private sealed class WithExamples(SynchronousCommandLineAction help) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var command = parseResult.CommandResult.Command;
            var root = parseResult.RootCommandResult.Command;
            foreach (var argument in root.Arguments)
            {
                // The folder that may follow the program's name does not come before another command's.
                argument.Hidden = command != root;
            }

            var code = help.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var line in Examples.GetValueOrDefault(command.Name, OfRun))
            {
                output.WriteLine($"  {line}");
            }

            output.WriteLine();
            output.Write(ExitCodes);
            return code;
        }
    }
}

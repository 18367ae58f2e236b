using System.CommandLine;
using Sci.Cases;
using Sci.Cases.Settings;
using Sci.Cli.Completion;

namespace Sci.Cli.Commands;

/// <summary><c>sci list</c>: the cases of a folder, or the experiments of a case.</summary>
internal static class ListCommand
{
    public static Command Create(Terminal terminal, ICaseKind kind)
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "A case, or a folder of cases.",
            DefaultValueFactory = _ => "cases",
        };
        Suggestion.Cases(folder);
        var command = new Command("list", "List the cases, or the experiments of one.") { folder };
        command.SetAction(parsed => List(terminal, kind, parsed.GetRequiredValue(folder)));
        return command;
    }

    private static int List(Terminal terminal, ICaseKind kind, string folder)
    {
        if (IsCase(folder))
        {
            Experiments(terminal, kind.Open(folder));
            return ExitCode.Ok;
        }

        string[] cases = Directory.Exists(folder) ? [.. Directory.GetDirectories(folder).Where(IsCase).Order()] : [];
        if (cases.Length == 0)
        {
            throw new SettingsException(
                new Place(folder), "there are no cases here; name a folder whose folders hold case.yaml.");
        }

        foreach (var path in cases)
        {
            terminal.Out.WriteLine($"{path,-20}  {About(path)}");
        }

        return ExitCode.Ok;
    }

    private static bool IsCase(string folder) => File.Exists(Path.Combine(folder, "case.yaml"));

    private static void Experiments(Terminal terminal, ICase found)
    {
        var width = found.Experiments.Max(each => each.Name.Length);
        foreach (var each in found.Experiments)
        {
            terminal.Out.WriteLine(
                $"{(each.IsDefault ? '*' : ' ')} {each.Name.PadRight(width)}  {each.About}".TrimEnd());
        }

        terminal.Out.WriteLine("Those with * run by default.");
    }

    /// <summary>The first line of the case's README that is no heading.</summary>
    private static string About(string folder)
    {
        var readme = Path.Combine(folder, "README.md");
        var lines = File.Exists(readme) ? File.ReadLines(readme) : [];
        return lines.FirstOrDefault(line => line.Length > 0 && line[0] is not ('#' or '!' or '<'), "");
    }
}

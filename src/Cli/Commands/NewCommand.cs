using System.CommandLine;
using Sci.Cases;
using Sci.Cases.Settings;
using Sci.Cli.Completion;

namespace Sci.Cli.Commands;

/// <summary><c>sci new NAME</c>: a case of one's own to begin with, small or like another.</summary>
internal static class NewCommand
{
    private const string Cases = "cases";

    // Results and the figures that the other case promises are not the new one's.
    private static readonly string[] LeftOut = ["out", "expected.yaml", "README.md"];

    public static Command Create(Terminal terminal, ICaseKind kind)
    {
        var name = new Argument<string>("NAME") { Description = "Name of the new case, or its path." };
        var like = new Option<string?>("--like", "-l")
        {
            Description = "Case to begin with [default: a small one, with comments].",
            HelpName = "CASE",
        };
        Suggestion.CaseNames(like);
        var command = new Command("new", "Make a case of your own, small or like another one.") { name, like };
        command.SetAction(parsed =>
        {
            var folder = Place(parsed.GetRequiredValue(name));
            var origin = parsed.GetValue(like) is { } original ? Like(kind, Place(original), folder) : First(folder);
            terminal.Out.WriteLine(
                $"Made {folder}{origin}; change {Path.Combine(folder, "case.yaml")} and run `sci {folder}`.");
            return ExitCode.Ok;
        });
        return command;
    }

    private static string Place(string name) =>
        name.Contains('/', StringComparison.Ordinal) || Path.IsPathRooted(name) ? name : Path.Combine(Cases, name);

    private static string First(string folder)
    {
        Check(folder);
        Directory.CreateDirectory(folder);
        using var from = typeof(NewCommand).Assembly.GetManifestResourceStream("first-case.yaml")!;
        using var to = File.Create(Path.Combine(folder, "case.yaml"));
        from.CopyTo(to);
        return "";
    }

    private static string Like(ICaseKind kind, string like, string folder)
    {
        Check(folder);
        var original = kind.Open(like);
        Copy(Path.GetDirectoryName(original.File)!, folder);
        var title = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        File.WriteAllText(
            Path.Combine(folder, "README.md"), $"# {title}\n\nBegun as a copy of `{original.Name}`.\n");
        return $" like {original.Name}";
    }

    private static void Check(string folder)
    {
        if (Path.Exists(folder))
        {
            throw new SettingsException(new Place(folder), "this exists already; choose another name.");
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos().Where(
            entry => !LeftOut.Contains(entry.Name)))
        {
            var target = Path.Combine(to, entry.Name);
            if (entry is FileInfo file)
            {
                file.CopyTo(target);
            }
            else
            {
                Copy(entry.FullName, target);
            }
        }
    }
}

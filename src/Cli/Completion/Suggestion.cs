using System.CommandLine;
using System.CommandLine.Completions;
using Sci.Cases;
using Sci.Cases.Inspection;

namespace Sci.Cli.Completion;

/// <summary>Words that may stand in a place of the command line, for the shell to propose.</summary>
internal static class Suggestion
{
    private static readonly string[] Places = ["cases", "examples", ""];

    /// <summary>Proposes folders of cases.</summary>
    public static void Cases(Argument argument)
    {
        // Else the help would name all of them in the place of the argument.
        argument.HelpName = argument.Name;
        argument.CompletionSources.Add(context =>
            Items(Places.Append(Path.GetDirectoryName(context.WordToComplete) ?? "").Distinct().SelectMany(Folders)));
    }

    /// <summary>Proposes the names by which <c>new --like</c> finds a case.</summary>
    public static void CaseNames(Option option) => option.CompletionSources.Add(_ =>
        Items(Folders(Places[0]).Select(folder => Path.GetFileName(folder))));

    /// <summary>Proposes experiments of the case that is named on the same line, also after a comma.</summary>
    public static void Experiments(Option option, Argument<string?> folder, ICaseKind kind) =>
        option.CompletionSources.Add(context =>
        {
            var before = context.WordToComplete[..(context.WordToComplete.LastIndexOf(',') + 1)];
            return context.ParseResult.GetValue(folder) is { } path
                ? Items(
                    kind.Open(path).Experiments.Select(each => each.Name).Append("all").Select(name => before + name))
                : [];
        });

    /// <summary>Proposes the settings of the case that is named on the same line, block by block.</summary>
    public static void Settings(Option option, Argument<string?> folder, ICaseKind kind) =>
        option.CompletionSources.Add(context => context.ParseResult.GetValue(folder) is { } path
            ? Items(kind.Open(path).SettingsAfter(context.WordToComplete))
            : []);

    /// <summary>Proposes the datasets of the file that is named on the same line.</summary>
    public static void Datasets(Option option, Argument<string> file) => option.CompletionSources.Add(context =>
        context.ParseResult.GetValue(file) is { } path && File.Exists(path)
            ? Items(StoredFile.Contents(path).Where(each => each.IsNumeric).Select(each => each.Path.TrimStart('/')))
            : []);

    /// <summary>Proposes words that are known beforehand.</summary>
    public static void Words(Symbol symbol, IEnumerable<string> words)
    {
        var sources = symbol is Option option ? option.CompletionSources : ((Argument)symbol).CompletionSources;
        sources.Add(_ => Items(words));
    }

    private static IEnumerable<string> Folders(string place)
    {
        var folder = place.Length == 0 ? "." : place;
        return !Directory.Exists(folder) ? [] : Directory.EnumerateDirectories(folder)
            .Where(each => File.Exists(Path.Combine(each, "case.yaml")))
            .Select(each => place.Length == 0 ? Path.GetFileName(each) : each);
    }

    private static IEnumerable<CompletionItem> Items(IEnumerable<string> words) =>
        words.Select(word => new CompletionItem(word));
}

using System.Text.RegularExpressions;

namespace Sci.Testing;

/// <summary>The fenced blocks of the documents, with what comments that no reader sees say of them.</summary>
public static partial class Markdown
{
    /// <summary>Every document of the repository that has commands, cases or code, by its path from the root.</summary>
    public static IReadOnlyList<string> Documents { get; } =
    [
        "README.md",
        .. Below("docs", "*.md", SearchOption.TopDirectoryOnly),
        .. Below("cases", "README.md", SearchOption.AllDirectories),
        .. Below("examples", "README.md", SearchOption.AllDirectories),
        .. Below("src", "README.md", SearchOption.AllDirectories),
    ];

    /// <summary>The blocks of a document, in their order.</summary>
    /// <param name="document">Its path from the root.</param>
    public static IReadOnlyList<MarkdownBlock> Blocks(string document) =>
        Blocks(document, File.ReadAllText(Path.Combine(Repository.Root, document)));

    /// <summary>The blocks of a text; comments directly before a block belong to it.</summary>
    public static IReadOnlyList<MarkdownBlock> Blocks(string document, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var blocks = new List<MarkdownBlock>();
        var end = 0;
        foreach (Match match in Parts().Matches(text))
        {
            // Prose between a comment and a block parts the two.
            var adjoins = string.IsNullOrWhiteSpace(text[end..match.Index]);
            var marks = adjoins && blocks is [.., { Language: "" } before] ? before.Marks : [];
            if (blocks is [.., { Language: "" }])
            {
                blocks.RemoveAt(blocks.Count - 1);
            }

            var line = text.AsSpan(0, match.Index).Count('\n') + 2;
            blocks.Add(match.Groups["comment"].Success
                ? new(document, line, "", "", [.. marks, match.Groups["comment"].Value.Trim()])
                : new(document, line, match.Groups["language"].Value, match.Groups["code"].Value, marks));
            end = match.Index + match.Length;
        }

        return [.. blocks.Where(block => block.Language.Length > 0)];
    }

    [GeneratedRegex("""^```(?<language>\w+)\n(?<code>.*?\n)```$|^<!--(?<comment>.*?)-->""",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Parts();

    private static IEnumerable<string> Below(string folder, string pattern, SearchOption depth) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, depth)
        .Select(path => Path.GetRelativePath(Repository.Root, path))
        .Order(StringComparer.Ordinal);
}

using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sci.Testing;

namespace Sci.Documents;

/// <summary>Follows one document to the letter, block after block.</summary>
/// <param name="workplace">Where.</param>
/// <param name="longest">Blocks that are said to take more minutes than this are left out.</param>
internal sealed partial class Reader(Workplace workplace, double longest)
{
    private string printed = "";

    /// <summary>Does what every block says, or throws with its place and the reason.</summary>
    /// <param name="document">Its path from the root.</param>
    /// <param name="report">Is told of each block that ran, and the seconds it took.</param>
    public void Follow(string document, Action<MarkdownBlock, double> report)
    {
        var blocks = Markdown.Blocks(document);
        foreach (var block in blocks.Where(block => block.Minutes <= longest && block.Language != "csharp"))
        {
            var clock = Stopwatch.StartNew();
            Follow(block);
            report(block, clock.Elapsed.TotalSeconds);
        }

        if (blocks.Where(block => block.Language == "csharp").ToArray() is { Length: > 0 } code)
        {
            var clock = Stopwatch.StartNew();
            CSharpPage.Of(code).Run(workplace.Folder);
            report(code[0], clock.Elapsed.TotalSeconds);
        }
    }

    private void Follow(MarkdownBlock block)
    {
        if (block.Mark("file") is { } file)
        {
            workplace.Write(file, block.Code);
        }

        if (block.Mark("before") is { } commands)
        {
            printed = Checked(block, workplace.Run(commands));
        }

        switch (block.Language)
        {
            case "sh":
                printed = Checked(block, workplace.Run(block.Code));
                break;
            case "yaml":
                Validate(block);
                break;
            case "json":
                Compare(block);
                break;
            case "text" when block.Mark("output") is not null:
                Find(block);
                break;
            case "text":
                break;
            case "python" when File.Exists("/usr/lib/python3/dist-packages/h5py/__init__.py"):
                workplace.Write("page.py", block.Code);
                printed = Checked(block, workplace.Run("/usr/bin/python3 page.py"));
                break;
            case "python":
                break;
            default:
                Assert.True(
                    block.Mark("file") is not null, $"{block}: nothing says what becomes of this {block.Language}.");
                break;
        }
    }

    private static string Checked(MarkdownBlock block, (int Code, string Printed, string Said) run)
    {
        var wanted = int.Parse(block.Mark("exit") ?? "0");
        Assert.True(run.Code == wanted, $"{block}: exit code {run.Code}\n{block.Code}\n{run.Printed}{run.Said}");
        return run.Printed + run.Said;
    }

    /// <summary>Validates a case, or what a case may hold besides what the page or the mark <c>over</c> says.</summary>
    private void Validate(MarkdownBlock block)
    {
        var folder = block.Mark("over") ?? Path.GetDirectoryName(block.Mark("file")) ?? "a-case";
        var path = Path.Combine(workplace.Folder, folder, "case.yaml");
        var before = File.Exists(path) ? File.ReadAllText(path) : "";
        if (block.Mark("shows") is not null)
        {
            Assert.Equal(before, block.Code);
        }

        var whole = block.Code.StartsWith("# case.yaml", StringComparison.Ordinal);
        workplace.Write($"{folder}/case.yaml", whole ? block.Code : Lay(block.Code, before));
        printed = Checked(block, workplace.Run($"dotnet run -- validate {folder}"));
        if (!whole && block.Mark("kept") is null)
        {
            workplace.Write($"{folder}/case.yaml", before);
        }
    }

    /// <summary>The keys of the one text at the outermost level, in place of those of the other.</summary>
    private static string Lay(string over, string under)
    {
        var keys = TopKeys().Matches(over).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var kept = TopBlocks().Matches(under)
            .Where(block => !keys.Contains(TopKeys().Match(block.Value).Groups[1].Value));
        return string.Concat(kept.Select(block => block.Value)) + "\n" + over;
    }

    /// <summary>Every key of the block must be in the file that it shows.</summary>
    private void Compare(MarkdownBlock block)
    {
        var shown = JsonNode.Parse(block.Code)!;
        if (block.Mark("shows") is { } file)
        {
            var real = JsonNode.Parse(File.ReadAllText(Path.Combine(workplace.Folder, file)))!;
            Assert.True(Within(shown, real), $"{block}: {file} has not all of these keys.");
        }
    }

    private static bool Within(JsonNode? shown, JsonNode? real) => (shown, real) switch
    {
        (JsonObject a, JsonObject b) => a.All(pair => b.ContainsKey(pair.Key) && Within(pair.Value, b[pair.Key])),
        (JsonArray a, JsonArray b) => a.All(each => b.Any(other => Within(each, other))),
        _ => shown?.GetValueKind() == real?.GetValueKind(),
    };

    /// <summary>Each line was printed by the block before, its numbers aside, which differ by machine.</summary>
    private void Find(MarkdownBlock block)
    {
        var lines = printed.Replace($"{workplace.Folder}/", "", StringComparison.Ordinal).Split('\n')
            .Select(Bare).ToHashSet(StringComparer.Ordinal);
        var missing = block.Code.Split('\n').FirstOrDefault(line => line != "…" && !lines.Contains(Bare(line)));
        Assert.True(missing is null, $"{block}: nothing printed\n{missing}\nbut\n{printed}");
    }

    private static string Bare(string line) => Spaces().Replace(Numbers().Replace(line, "#"), " ").Trim();

    [GeneratedRegex(@"[+-]?\d+(\.\d+)?(e[+-]?\d+)?")]
    private static partial Regex Numbers();

    [GeneratedRegex("[ ─]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(\w+):", RegexOptions.Multiline)]
    private static partial Regex TopKeys();

    [GeneratedRegex(@"^\w+:.*\n((?!\w+:).*\n)*", RegexOptions.Multiline)]
    private static partial Regex TopBlocks();
}

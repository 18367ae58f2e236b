using System.Buffers;
using System.Text;

namespace Sci.Cases.Settings;

/// <summary>Nodes as YAML: blocks indented by two spaces, lists of plain values on one line.</summary>
internal static class YamlText
{
    private static readonly SearchValues<char> Harmless =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.+*^/()=<>- ");

    public static string Write(Node node)
    {
        var text = new StringBuilder();
        if (node is MappingNode { Entries.Count: > 0 } map)
        {
            Block(text, map, 0);
            return text.ToString();
        }

        return $"{Inline(node)}\n";
    }

    private static void Block(StringBuilder text, MappingNode map, int indent)
    {
        foreach (var entry in map.Entries)
        {
            _ = text.Append(' ', indent).Append(Word(entry.Key)).Append(':');
            Under(text, entry.Value, indent + 2);
        }
    }

    private static void Under(StringBuilder text, Node node, int indent)
    {
        switch (node)
        {
            case MappingNode { Entries.Count: > 0 } map:
                _ = text.Append('\n');
                Block(text, map, indent);
                break;
            case SequenceNode list when list.Items.Any(item => item is not ScalarNode):
                _ = text.Append('\n');
                foreach (var item in list.Items)
                {
                    _ = text.Append(' ', indent).Append("- ").Append(Inline(item)).Append('\n');
                }

                break;
            default:
                _ = text.Append(' ').Append(Inline(node)).Append('\n');
                break;
        }
    }

    private static string Inline(Node node) => node switch
    {
        SequenceNode list => $"[{string.Join(", ", list.Items.Select(Inline))}]",
        MappingNode map => $"{{{string.Join(", ", map.Entries.Select(Pair))}}}",
        ScalarNode { Quoted: false } plain => plain.Text,
        ScalarNode text => Word(text.Text),
        _ => "",
    };

    private static string Pair(Entry entry) => $"{Word(entry.Key)}: {Inline(entry.Value)}";

    private static bool Bare(string text) => text.Length > 0 && (char.IsAsciiLetter(text[0]) || text[0] == '_')
        && text[^1] != ' ' && !text.AsSpan().ContainsAnyExcept(Harmless);

    private static string Word(string text) =>
        Bare(text) && text is not ("true" or "false" or "null" or "pi") ? text : JsonText.Quote(text);
}

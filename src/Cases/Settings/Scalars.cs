using System.Globalization;

namespace Sci.Cases.Settings;

/// <summary>Words of the file to values and back.</summary>
internal static class Scalars
{
    private const int LongestShown = 60;

    /// <summary>The value, or null and what is wrong with the word.</summary>
    public static object? Read(Shape shape, ScalarNode node, out string trouble)
    {
        trouble = node.IsNull ? $"is empty, but {shape.Wanted} is wanted."
            : $"is {(node.Quoted ? "the text " : "")}`{Shortened(node.Text)}`, "
                + $"but {shape.Wanted} is wanted{Unquote(shape, node)}.";
        return (shape, node) switch
        {
            (_, { IsNull: true }) => null,
            (TextShape, _) => node.Text,
            (FlagShape, { Quoted: false, Text: "true" }) => true,
            (FlagShape, { Quoted: false, Text: "false" }) => false,
            (ChoiceShape choice, _) => Choice(choice, node.Text, ref trouble),
            (RealShape, { Quoted: false }) => Real(node.Text, ref trouble),
            (WholeShape, { Quoted: false }) => Whole(shape.Type, node.Text, ref trouble),
            _ => null,
        };
    }

    /// <summary>The word, cut where it is too long for a sentence, control characters replaced.</summary>
    public static string Shortened(string text)
    {
        var shown = text.Take(LongestShown).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c);
        return string.Concat(shown) + (text.Length > LongestShown ? "…" : "");
    }

    private static string Unquote(Shape shape, ScalarNode node) =>
        node.Quoted && shape is RealShape or WholeShape or FlagShape ? " without quotes" : "";

    private static object? Choice(ChoiceShape shape, string text, ref string trouble)
    {
        var index = Array.IndexOf(shape.Names, text);
        trouble = $"is `{Shortened(text)}`, which is not known here;{Spelling.Hint(text, shape.Names)}.";
        return index >= 0 ? shape.Value(index) : null;
    }

    private static double? Real(string text, ref string trouble)
    {
        if (!Number.TryParse(text, out var value))
        {
            return null;
        }

        trouble = $"is {Shortened(text)}, but it must be finite.";
        return double.IsFinite(value) ? value : null;
    }

    private static object? Whole(Type type, string text, ref string trouble)
    {
        var (least, most) = type == typeof(int) ? (int.MinValue, int.MaxValue)
            : type == typeof(long) ? (long.MinValue, long.MaxValue) : ((decimal)0, ulong.MaxValue);
        if (!Number.TryParseWhole(text, out var value))
        {
            return null;
        }

        trouble = $"is {Shortened(text)}, but it must lie between {least} and {most}.";
        return value < least || value > most ? null : Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Sci.Cases.Figures;

/// <summary>Text and numbers as gnuplot takes them.</summary>
internal static partial class PlotText
{
    /// <summary>A quoted text whose indices and powers are set as such: <c>u*u_xx</c>, <c>m s^-1</c>.</summary>
    public static string Label(string text)
    {
        var marked = new StringBuilder();
        var end = 0;
        foreach (Match match in Script().Matches(text))
        {
            marked.Append(Escape(text[end..match.Index])).Append(match.Value[0]).Append(
                $"{{{Escape(match.Groups["what"].Value)}}}");
            end = match.Index + match.Length;
        }

        return $"'{marked.Append(Escape(text[end..])).Replace("*", " ")}'";
    }

    /// <summary>A quoted term of a case: <c>psi1_xx^2</c> in Greek and italics.</summary>
    public static string Formula(string term) => $"'{string.Concat(FormulaPart.Of(term).Select(Part))}'";

    /// <summary>A number to seven digits, which no figure exceeds.</summary>
    public static string Number(double value) => value.ToString("g7", CultureInfo.InvariantCulture);

    private static string Part(FormulaPart part) =>
        (part.IsName ? $"{{/:Italic {Escape(part.Base)}}}" : Escape(part.Base))
        + (part.Below.Length > 0 ? $"_{{/:Italic {part.Below}}}" : "")
        + (part.Above.Length > 0 ? $"^{{{part.Above}}}" : "");

    private static string Escape(string text) =>
        Markup().Replace(text, @"\$0").Replace("'", "''", StringComparison.Ordinal);

    [GeneratedRegex(@"[_^](?<what>-?[A-Za-z0-9]+)")]
    private static partial Regex Script();

    [GeneratedRegex(@"[\\_^{}@&~]")]
    private static partial Regex Markup();
}

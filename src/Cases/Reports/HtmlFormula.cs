using System.Net;
using System.Text;
using Sci.Cases.Figures;

namespace Sci.Cases.Reports;

/// <summary>
/// Formulas as plain HTML, which needs no mathematical font: <c>u*u_xx</c> in italics with its index below.
/// </summary>
internal static class HtmlFormula
{
    private static readonly string[] Sums = ["+", "−", "=", "±"];

    /// <summary>One line for each equation; semicolons part them.</summary>
    public static string Lines(string equations) => string.Join('\n', equations
        .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(equation => $"<p>{Of(equation)}</p>"));

    /// <summary>A formula within a line.</summary>
    public static string Of(string formula)
    {
        var html = new StringBuilder("<span class=\"formula\">");
        FormulaPart? before = null;
        foreach (var part in FormulaPart.Of(formula))
        {
            var text = WebUtility.HtmlEncode(part.Base);
            var isSum = Sums.Contains(part.Base) && !FormulaPart.IsSign(before);
            // A coefficient stands apart from its term: (0.5 ± 0.1) u.
            html.Append(part.IsName && before is { IsName: false } && IsNumberOrEnd(before.Base) ? "\u202f" : "")
                .Append(isSum ? $"{(part.Base == "±" ? "\u00a0" : " ")}{text}\u00a0" : part.IsName ? $"<i>{text}</i>" : text)
                .Append(part.Below.Length > 0 ? $"<sub>{part.Below}</sub>" : "")
                .Append(part.Above.Length > 0 ? $"<sup>{part.Above}</sup>" : "");
            html.Append(part.Base == "," ? "\u202f" : "");
            before = part;
        }

        return html.Append("</span>").ToString();
    }

    private static bool IsNumberOrEnd(string text) => text == ")" || char.IsAsciiDigit(text[^1]);
}

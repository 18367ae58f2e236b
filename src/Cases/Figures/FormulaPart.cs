using System.Globalization;
using System.Text.RegularExpressions;

namespace Sci.Cases.Figures;

/// <summary>A piece of a formula in the language of cases, ready to be set.</summary>
/// <param name="Base">What stands on the line: a field's symbol, a number, an operator.</param>
/// <param name="IsName">Whether it is a symbol, which is set in italics.</param>
/// <param name="Below">Its index.</param>
/// <param name="Above">Its power.</param>
internal sealed partial record FormulaPart(string Base, bool IsName, string Below, string Above)
{
    private static readonly Dictionary<string, string> Greek = new()
    {
        ["alpha"] = "α", ["beta"] = "β", ["gamma"] = "γ", ["delta"] = "δ", ["epsilon"] = "ε", ["zeta"] = "ζ", ["eta"] = "η",
        ["theta"] = "θ", ["kappa"] = "κ", ["lambda"] = "λ", ["mu"] = "μ", ["nu"] = "ν", ["xi"] = "ξ", ["rho"] = "ρ",
        ["sigma"] = "σ", ["tau"] = "τ", ["phi"] = "φ", ["chi"] = "χ", ["psi"] = "ψ", ["omega"] = "ω",
    };

    /// <summary>The pieces of <c>-u*u_xx + 2e-05*psi1_x^2</c>, from left to right.</summary>
    public static IEnumerable<FormulaPart> Of(string text) => Word().Matches(text).SelectMany(Parts);

    /// <summary>
    /// Whether an operator at this place is a sign and not a sum: at the start or behind =, ( or a comma.
    /// </summary>
    public static bool IsSign(FormulaPart? before) => before is null or { IsName: false, Base: "(" or "=" or "," };

    private static IEnumerable<FormulaPart> Parts(Match match)
    {
        var power = match.Groups["power"].Value;
        if (match.Groups["name"] is { Success: true, Value: var name })
        {
            yield return Symbol(name, match.Groups["number"].Value, match.Groups["letters"].Value, power);
        }
        else if (match.Groups["exponent"] is { Success: true, Value: var exponent })
        {
            yield return new FormulaPart(match.Groups["value"].Value, false, "", "");
            yield return new FormulaPart("×", false, "", "");
            yield return new FormulaPart("10", false, "", Minus(int.Parse(exponent, CultureInfo.InvariantCulture)));
        }
        else
        {
            yield return new FormulaPart(
                match.Groups["value"].Value + Operator(match.Groups["other"].Value), false, "", power);
        }
    }

    private static FormulaPart Symbol(string name, string number, string letters, string power)
    {
        if (name == "lap")
        {
            return new FormulaPart("∇", false, "", "2");
        }

        var comma = number.Length > 0 && letters.Length > 0 ? "," : "";
        return new FormulaPart(Greek.GetValueOrDefault(name, name), true, $"{number}{comma}{letters}", power);
    }

    private static string Operator(string text) => text switch
    {
        "*" => "\u202f",
        "-" => "−",
        _ => text,
    };

    private static string Minus(int exponent) => exponent.ToString(CultureInfo.InvariantCulture).Replace('-', '−');

    [GeneratedRegex(
        @"(?:(?<name>[A-Za-z]+)(?<number>[0-9]*)(?:_(?<letters>[A-Za-z]+))?"
        + @"|(?<value>[0-9.]+)(?:[eE](?<exponent>[-+]?[0-9]+))?|(?<other>[^\s]))(?:\^(?<power>[0-9]+))?")]
    private static partial Regex Word();
}

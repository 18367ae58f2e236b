using System.Globalization;

namespace Sci.Cases.Settings;

/// <summary>Numbers as people write them: <c>0.001</c>, <c>1e-3</c>, <c>1/64</c>, <c>32*pi</c>.</summary>
internal static class Number
{
    /// <summary>Pattern of the forms that are not plain numbers, for the schema.</summary>
    public const string Pattern = @"^-?([0-9.]+([eE][-+]?[0-9]+)?|pi)([*/]([0-9.]+([eE][-+]?[0-9]+)?|pi))+$|^-?pi$";

    /// <summary>A product or quotient of numbers and pi; NaN or an infinity where the text says so.</summary>
    public static bool TryParse(string text, out double value)
    {
        var at = 0;
        var rest = text.Trim();
        value = 1;
        var divide = false;
        while (true)
        {
            var end = rest.AsSpan(at).IndexOfAny('*', '/');
            var factor = (end < 0 ? rest[at..] : rest.Substring(at, end)).Trim();
            if (!TryFactor(factor, out var number))
            {
                return false;
            }

            value = divide ? value / number : value * number;
            if (end < 0)
            {
                return true;
            }

            at += end + 1;
            divide = rest[at - 1] == '/';
        }
    }

    /// <summary>A whole number, also written <c>1e6</c>.</summary>
    public static bool TryParseWhole(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && decimal.IsInteger(value);

    /// <summary>The shortest text that reads back as the same number.</summary>
    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static bool TryFactor(string text, out double value)
    {
        (var known, value) = text.ToLowerInvariant() switch
        {
            "pi" => (true, double.Pi),
            "-pi" => (true, -double.Pi),
            ".nan" => (true, double.NaN),
            ".inf" or "+.inf" => (true, double.PositiveInfinity),
            "-.inf" => (true, double.NegativeInfinity),
            _ => (false, 0),
        };
        return known || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }
}

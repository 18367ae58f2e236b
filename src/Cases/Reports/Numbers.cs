using System.Globalization;
using System.Text.RegularExpressions;

namespace Sci.Cases.Reports;

/// <summary>Numbers as people read them.</summary>
public static partial class Numbers
{
    /// <summary>A value to the two digits of its deviation that mean something: <c>0.500 ± 0.012</c>.</summary>
    public static string Measured(double value, double deviation)
    {
        if (!(deviation > 0) || !double.IsFinite(deviation) || !double.IsFinite(value))
        {
            return Plain(value);
        }

        var decimals = Decimals(deviation);
        return decimals > 9
            ? $"{Plain(value)} ± {deviation.ToString("0.0e0", CultureInfo.InvariantCulture)}"
            : $"{Fixed(value, decimals)} ± {Fixed(deviation, decimals)}";
    }

    /// <summary>A value rounded to the digits that <see cref="Measured"/> writes.</summary>
    public static double Rounded(double value, double deviation) =>
        deviation > 0 && double.IsFinite(deviation) && double.IsFinite(value)
            ? Math.Round(value, Math.Min(15, Decimals(deviation)))
            : double.Parse(value.ToString("g6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>A value to five digits at most; a dash where there is none.</summary>
    public static string Plain(double value) =>
        double.IsFinite(value) ? value.ToString("g5", CultureInfo.InvariantCulture) : "–";

    /// <summary>A value and its unit, if it has one.</summary>
    public static string WithUnit(double value, string unit) =>
        double.IsFinite(value) ? $"{Plain(value)} {unit}".TrimEnd() : Plain(value);

    /// <summary>A formula whose coefficients of more than seven digits are rounded to six.</summary>
    public static string Readable(string formula) => Coefficient().Replace(formula, match =>
        match.Value.Split('e')[0].Replace(".", "", StringComparison.Ordinal).TrimStart('0').Length <= 7
            ? match.Value
            : double.Parse(match.Value, CultureInfo.InvariantCulture).ToString("g6", CultureInfo.InvariantCulture));

    [GeneratedRegex(@"(?<![\w.])\d+\.\d+(e[-+]?\d+)?")]
    private static partial Regex Coefficient();

    private static int Decimals(double deviation) => int.Max(0, 1 - (int)double.Floor(double.Log10(deviation)));

    private static string Fixed(double value, int decimals) =>
        value.ToString($"f{decimals}", CultureInfo.InvariantCulture);
}

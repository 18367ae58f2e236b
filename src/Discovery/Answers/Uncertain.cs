using System.Globalization;

namespace Sci.Discovery;

/// <summary>Numbers written to the digits that their deviations allow.</summary>
internal static class Uncertain
{
    /// <summary><c>0.500 ± 0.004</c>, <c>(1.23 ± 0.05)e-6</c>.</summary>
    public static string Text(double value, double deviation) => Write(value, deviation, "±", "e{0}");

    /// <summary><c>0.500 \pm 0.004</c>.</summary>
    public static string Latex(double value, double deviation) =>
        Write(value, deviation, @"\pm", @" \times 10^{{{0}}}");

    private static string Write(double value, double deviation, string sign, string power)
    {
        if (!(deviation > 0) || !double.IsFinite(deviation))
        {
            return value.ToString("G6", CultureInfo.InvariantCulture);
        }

        var largest = Exponent(Math.Max(Math.Abs(value), deviation));
        var exponent = largest is < -3 or > 4 ? largest : 0;
        var scale = Math.Pow(10, exponent);
        // One digit of the deviation, two where the first is 1: between 5 and 40 per cent of it.
        var lead = Exponent(deviation);
        var digits = deviation / Math.Pow(10, lead) < 1.95 ? 2 : 1;
        var decimals = Math.Clamp(exponent - lead + digits - 1, 0, 15);
        var body = string.Create(
            CultureInfo.InvariantCulture,
            $"{(value / scale).ToString($"F{decimals}", CultureInfo.InvariantCulture)} {sign} {(deviation / scale).ToString($"F{decimals}", CultureInfo.InvariantCulture)}");
        return exponent == 0 ? body : $"({body})" + string.Format(CultureInfo.InvariantCulture, power, exponent);
    }

    private static int Exponent(double value) => (int)Math.Floor(Math.Log10(value));
}

using System.Globalization;
using System.Text;
using Sci.Reader;
using Spectre.Console;

namespace Sci.Cli.Output;

/// <summary>Numbers as shades: colours on a terminal, letters elsewhere; one row of them as a curve.</summary>
internal static class Picture
{
    public const int Rows = 32;
    public const int Columns = 72;

    private const int CurveHeight = 15;

    // From little ink to much.
    private const string Shades = " .:-=+*#%@";

    public static void Write(Terminal terminal, StoredDataset dataset, double[][] values)
    {
        var finite = values.SelectMany(row => row).Where(double.IsFinite).DefaultIfEmpty().ToArray();
        var (low, high) = (finite.Min(), finite.Max());
        if (values.Length == 1)
        {
            terminal.Out.Write(Curve(values[0], low, high));
        }
        else if (terminal.LiveOut)
        {
            Sheet.Write(terminal, Colours(values, low, high));
        }
        else
        {
            terminal.Out.Write(Letters(values, low, high));
        }

        var shown = dataset.Shape.Count > 2 ? ", last row" : "";
        var units = dataset.Units == "1" ? "" : dataset.Units;
        var caption = string.Create(
            CultureInfo.InvariantCulture, $"{dataset.Path}{shown}: from {low:g4} to {high:g4} {units}");
        terminal.Out.WriteLine(Plain.Text(caption.TrimEnd()));
    }

    private static string Letters(double[][] values, double low, double high)
    {
        var text = new StringBuilder();
        foreach (var row in values)
        {
            _ = text.AppendLine(string.Concat(row.Select(value => double.IsFinite(value)
                ? Shades[(int)double.Round(Share(value, low, high) * (Shades.Length - 1))]
                : '?')));
        }

        return text.ToString();
    }

    private static Canvas Colours(double[][] values, double low, double high)
    {
        var canvas = new Canvas(values[0].Length, values.Length) { PixelWidth = 1 };
        for (var row = 0; row < values.Length; row++)
        {
            for (var column = 0; column < values[row].Length; column++)
            {
                canvas.SetPixel(column, row, Colour(Share(values[row][column], low, high)));
            }
        }

        return canvas;
    }

    /// <summary>Blue over white to red; grey for what is no number.</summary>
    private static Color Colour(double share)
    {
        if (!double.IsFinite(share))
        {
            return Color.Grey;
        }

        var (from, to, at) = share < 0.5
            ? ((R: 33, G: 102, B: 172), (R: 247, G: 247, B: 247), 2 * share)
            : ((R: 247, G: 247, B: 247), (R: 178, G: 24, B: 43), (2 * share) - 1);
        return new Color(Mix(from.R, to.R, at), Mix(from.G, to.G, at), Mix(from.B, to.B, at));
    }

    private static byte Mix(int from, int to, double at) => (byte)double.Round(from + ((to - from) * at));

    private static string Curve(double[] values, double low, double high)
    {
        var lines =
            Enumerable.Range(0, CurveHeight).Select(_ => new StringBuilder(new string(' ', values.Length))).ToArray();
        for (var column = 0; column < values.Length; column++)
        {
            if (double.IsFinite(values[column]))
            {
                lines[(int)double.Round((1 - Share(values[column], low, high)) * (CurveHeight - 1))][column] = '*';
            }
        }

        return string.Concat(lines.Select(line => $"{line.ToString().TrimEnd()}{Environment.NewLine}"));
    }

    private static double Share(double value, double low, double high) =>
        high > low ? (value - low) / (high - low) : 0.5;
}

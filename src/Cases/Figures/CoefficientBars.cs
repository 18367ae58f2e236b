using System.Text;

namespace Sci.Cases.Figures;

/// <summary>
/// Coefficients as bars, with two standard deviations to each side and the true values where they are known.
/// </summary>
/// <param name="Name">Name of its files, without ending.</param>
/// <param name="Caption">What is seen.</param>
/// <param name="Coefficients">Terms from top to bottom.</param>
public sealed record CoefficientBars(string Name, string Caption, IReadOnlyList<Coefficient> Coefficients) : Figure(
    Name, Caption)
{
    internal override (int Width, int Height) Size => (480, 90 + (26 * int.Max(2, Coefficients.Count)));

    internal override string Commands()
    {
        var tics = Coefficients.Select((coefficient, row) => $"{PlotText.Formula(coefficient.Term)} {-row}");
        var commands = new StringBuilder(PlotStyle.Axes)
            .Append("set grid noytics\n")
            .Append("set xlabel 'coefficient'\n")
            .Append($"set ytics scale 0 ({string.Join(", ", tics)})\n")
            .Append($"set yrange [{-Coefficients.Count + 0.4}:0.6]\n")
            .Append("set arrow from 0, graph 0 to 0, graph 1 nohead linewidth 0.8 linecolor rgb '#404040'\n")
            .Append("set style fill solid 0.85 noborder\n")
            .Append("set offsets graph 0.05, graph 0.05, 0, 0\n")
            // boxxyerror takes the four edges of the bar.
            .Append("plot data using (0):(-$1):(0 < $2 ? 0 : $2):(0 < $2 ? $2 : 0):(-$1-0.3):(-$1+0.3) ")
            .Append($"with boxxyerror linecolor rgb '{PlotStyle.Colours[4]}' title 'found', \\\n")
            .Append("     data using 2:(-$1):(2*$3) with xerrorbars pointtype 7 pointsize 0.35 ")
            .Append($"linewidth 1.4 linecolor rgb '{PlotStyle.Colours[0]}' title '±2σ'");
        if (Coefficients.Any(coefficient => coefficient.Truth is not null))
        {
            commands.Append(", \\\n     data using 4:(-$1) with points pointtype 2 pointsize 0.9 ")
                .Append($"linewidth 1.8 linecolor rgb '{PlotStyle.Colours[1]}' title 'true'");
        }

        return commands.Append('\n').ToString();
    }

    internal override void WriteData(TextWriter data)
    {
        data.Write("# row, coefficient, deviation, truth\n");
        for (var row = 0; row < Coefficients.Count; row++)
        {
            var (_, value, deviation, truth) = Coefficients[row];
            data.Write(
                $"{row} {PlotText.Number(value)} {PlotText.Number(deviation)} "
                + $"{PlotText.Number(truth ?? double.NaN)}\n");
        }
    }
}

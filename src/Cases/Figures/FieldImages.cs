using System.Text;
using Sci.Numerics;

namespace Sci.Cases.Figures;

/// <summary>Fields as images side by side, in one colour scale: space against time, or maps.</summary>
/// <param name="Name">Name of its files, without ending.</param>
/// <param name="Caption">What is seen.</param>
/// <param name="Horizontal">Coordinates from left to right.</param>
/// <param name="Vertical">Coordinates from bottom to top.</param>
/// <param name="Quantity">What the colours show, with its unit.</param>
/// <param name="IsMap">Whether both coordinates are lengths, which are then drawn to one scale.</param>
/// <param name="Panels">The images; the first one sets the colour scale.</param>
public sealed record FieldImages(
    string Name,
    string Caption,
    Extent Horizontal,
    Extent Vertical,
    string Quantity,
    bool IsMap,
    IReadOnlyList<Panel> Panels) : Figure(Name, Caption)
{
    // Finer than the printed dots of a panel would only make the files large.
    private const int MostColumns = 360;
    private const int MostRows = 480;

    internal override (int Width, int Height) Size =>
        (137 + (190 * Panels.Count), IsMap ? 260 : 340);

    internal override string Commands()
    {
        var limit = PlotText.Number(Limit(Panels[0].Values));
        var width = Size.Width;
        var (left, right) = (55.0 / width, 1 - (82.0 / width));
        var commands = new StringBuilder(PlotStyle.Signed)
            .Append("set tics out nomirror scale 0.5\nset xtics offset 0,0.2\nset border linewidth 0.6 linecolor rgb '#404040'\nunset key\n")
            .Append($"set cbrange [-{limit}:{limit}]\nset cblabel {PlotText.Label(Quantity)}\n")
            .Append($"set xrange [{PlotText.Number(Horizontal.First)}:{PlotText.Number(Horizontal.Last)}]\n")
            .Append($"set yrange [{PlotText.Number(Vertical.First)}:{PlotText.Number(Vertical.Last)}]\n")
            .Append($"set xtics {PlotText.Number(Between(Horizontal))}\n")
            .Append($"set xlabel {PlotText.Label(Horizontal.Label)} offset 0,0.4\n")
            .Append(IsMap ? "set size ratio -1\n" : "")
            // Grey shows through where there is no value: white is zero.
            .Append("set object rectangle from graph 0,0 to graph 1,1 behind fillcolor rgb '#b0b0b0' fillstyle solid noborder\n")
            .Append($"set multiplot layout 1,{Panels.Count} margins {left:f4},{right:f4},0.15,0.90 spacing 0.035\n");
        for (var panel = 0; panel < Panels.Count; panel++)
        {
            commands.Append(
                panel == 0 ? $"set ylabel {PlotText.Label(Vertical.Label)}\n" : "unset ylabel\nset format y ''\n")
                .Append(panel == Panels.Count - 1
                    ? $"set colorbox user origin {right + (12.0 / width):f4},0.15 size {10.0 / width:f4},0.75\n"
                    : "unset colorbox\n")
                .Append($"set title {PlotText.Label(Panels[panel].Title)} offset 0,-0.6\n")
                .Append(PlotOf(panel));
        }

        return commands.Append("unset multiplot\n").ToString();
    }

    internal override void WriteData(TextWriter data)
    {
        foreach (var (title, values) in Panels)
        {
            data.Write($"# {title}: {Quantity}; one row a value of {Vertical.Label}, one column a value of {Horizontal.Label}\n");
            var (rowStep, columnStep) = (Step(values.Count, MostRows), Step(values.Size, MostColumns));
            for (var row = 0; row < values.Count; row += rowStep)
            {
                for (var column = 0; column < values.Size; column += columnStep)
                {
                    data.Write($"{values[row][column]:g4} ");
                }

                data.Write('\n');
            }

            data.Write("\n\n");
        }
    }

    /// <summary>
    /// The distance of labels, 1, 2 or 5 times a power of ten, with room for at most five in a panel.
    /// </summary>
    private static double Between(Extent extent)
    {
        var least = double.Max(double.Abs(extent.Last - extent.First), double.MinValue) / 4;
        var power = least > 0 ? double.Pow(10, double.Floor(double.Log10(least))) : 1;
        return power * (least <= power ? 1 : least <= 2 * power ? 2 : least <= 5 * power ? 5 : 10);
    }

    private static int Step(int count, int most) => ((count - 1) / most) + 1;

    private static double Limit(States values)
    {
        var largest = 0.0;
        foreach (var value in values.Values)
        {
            largest = double.IsFinite(value) ? double.Max(largest, double.Abs(value)) : largest;
        }

        return largest > 0 ? largest : 1;
    }

    private static string Coordinate(Extent extent, int count, int step, string index)
    {
        var spacing = count > 1 ? step * (extent.Last - extent.First) / (count - 1) : 0;
        return $"({PlotText.Number(extent.First)}+{PlotText.Number(spacing)}*{index})";
    }

    private string PlotOf(int panel)
    {
        var values = Panels[panel].Values;
        var x = Coordinate(Horizontal, values.Size, Step(values.Size, MostColumns), "$1");
        var y = Coordinate(Vertical, values.Count, Step(values.Count, MostRows), "$2");
        return $"plot data index {panel} matrix using {x}:{y}:3 with image\n";
    }
}

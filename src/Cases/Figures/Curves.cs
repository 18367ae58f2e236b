using System.Text;

namespace Sci.Cases.Figures;

/// <summary>Curves over a common axis: errors over time, spectra, training.</summary>
/// <param name="Name">Name of its files, without ending.</param>
/// <param name="Caption">What is seen.</param>
/// <param name="X">Horizontal axis.</param>
/// <param name="Y">Vertical axis.</param>
/// <param name="Series">The curves.</param>
public sealed record Curves(string Name, string Caption, FigureAxis X, FigureAxis Y, IReadOnlyList<Series> Series)
    : Figure(Name, Caption)
{
    internal override (int Width, int Height) Size => (480, 300);

    internal override string Commands()
    {
        var colour = 0;
        var plots = Series.Select((series, block) =>
        {
            var look = series.IsReference
                ? $"dashtype (6,4) linewidth 1.4 linecolor rgb '{PlotStyle.Given}'"
                : $"linewidth 2 linecolor rgb '{PlotStyle.Colours[colour++ % PlotStyle.Colours.Count]}'";
            return $"data index {block} using 1:2 with lines {look} title {PlotText.Label(series.Title)}";
        });
        return new StringBuilder(PlotStyle.Axes)
            .Append(X.Commands("x"))
            .Append(Y.Commands("y"))
            .Append("set offsets graph 0, graph 0, graph 0.04, graph 0.02\n")
            .Append($"plot {string.Join(", \\\n     ", plots)}\n")
            .ToString();
    }

    internal override void WriteData(TextWriter data)
    {
        foreach (var series in Series)
        {
            data.Write($"# {series.Title}: {X.Label}, {Y.Label}\n");
            for (var i = 0; i < series.X.Count; i++)
            {
                data.Write($"{PlotText.Number(series.X[i])} {PlotText.Number(series.Y[i])}\n");
            }

            data.Write("\n\n");
        }
    }
}

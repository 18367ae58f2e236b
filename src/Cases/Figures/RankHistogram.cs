using System.Text;

namespace Sci.Cases.Figures;

/// <summary>
/// How often the truth falls between which members of a sorted ensemble; flat where the spread is honest.
/// </summary>
/// <param name="Name">Name of its files, without ending.</param>
/// <param name="Caption">What is seen.</param>
/// <param name="Counts">How often each rank came up, lowest first.</param>
public sealed record RankHistogram(string Name, string Caption, IReadOnlyList<long> Counts) : Figure(Name, Caption)
{
    internal override (int Width, int Height) Size => (480, 260);

    internal override string Commands() => new StringBuilder(PlotStyle.Axes)
        .Append("set xlabel 'rank of the truth among the members'\nset ylabel 'share of all times'\n")
        .Append("set style fill solid 0.85 noborder\nset boxwidth 0.9\n")
        .Append(
            $"set xrange [-0.6:{Counts.Count - 0.4}]\nset yrange [0:*]\nset offsets graph 0, graph 0, graph 0.12, 0\n")
        .Append($"plot data using 1:2 with boxes linecolor rgb '{PlotStyle.Colours[4]}' title 'observed', \\\n")
        .Append($"     {PlotText.Number(1.0 / Counts.Count)} with lines dashtype (6,4) linewidth 1.4 ")
        .Append($"linecolor rgb '{PlotStyle.Given}' title 'honest spread'\n")
        .ToString();

    internal override void WriteData(TextWriter data)
    {
        var all = (double)long.Max(1, Counts.Sum());
        data.Write("# rank, share\n");
        for (var rank = 0; rank < Counts.Count; rank++)
        {
            data.Write($"{rank} {PlotText.Number(Counts[rank] / all)}\n");
        }
    }
}

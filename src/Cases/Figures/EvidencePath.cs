using System.Text;

namespace Sci.Cases.Figures;

/// <summary>What each further term brings: log evidence above, residual below.</summary>
/// <param name="Name">Name of its files, without ending.</param>
/// <param name="Caption">What is seen.</param>
/// <param name="Steps">Models in the order of their number of terms.</param>
/// <param name="Chosen">Number of terms of the model that was chosen.</param>
public sealed record EvidencePath(string Name, string Caption, IReadOnlyList<EvidenceStep> Steps, int Chosen)
    : Figure(Name, Caption)
{
    internal override (int Width, int Height) Size => (480, 380);

    internal override string Commands()
    {
        var line = $"pointtype 7 pointsize 0.5 linewidth 2 linecolor rgb '{PlotStyle.Colours[0]}' notitle";
        var chosen = $"pointtype 6 pointsize 1.4 linewidth 1.8 linecolor rgb '{PlotStyle.Colours[1]}' title 'chosen'";
        return new StringBuilder(PlotStyle.Axes)
            .Append("set multiplot layout 2,1 margins 0.16,0.97,0.14,0.96 spacing 0.07\n")
            .Append($"set xrange [{Steps.Min(step => step.Terms) - 0.4}:{Steps.Max(step => step.Terms) + 0.4}]\n")
            .Append("set offsets graph 0, graph 0, graph 0.12, graph 0.06\n")
            .Append("set xtics 1 format ''\nset ylabel 'log evidence' offset 0.5\nset key inside bottom right\n")
            .Append($"plot data using 1:2 with linespoints {line}, \\\n")
            .Append($"     data using ($1 == {Chosen} ? $1 : NaN):2 with points {chosen}\n")
            .Append("set format x '%g'\nset xlabel 'number of terms'\nset ylabel 'residual'\nunset key\n")
            .Append("set logscale y\nset offsets 0,0,0,0\nset format y '10^{%T}'\n")
            .Append($"plot data using 1:3 with linespoints {line}, \\\n")
            .Append($"     data using ($1 == {Chosen} ? $1 : NaN):3 with points {chosen}\n")
            .Append("unset multiplot\n")
            .ToString();
    }

    internal override void WriteData(TextWriter data)
    {
        data.Write("# terms, log evidence, residual\n");
        foreach (var (terms, evidence, residual) in Steps)
        {
            data.Write($"{terms} {PlotText.Number(evidence)} {PlotText.Number(residual)}\n");
        }
    }
}

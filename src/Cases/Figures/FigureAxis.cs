namespace Sci.Cases.Figures;

/// <summary>An axis of a figure.</summary>
/// <param name="Label">What it shows, with its unit.</param>
/// <param name="IsLogarithmic">Whether equal factors are equal distances.</param>
public sealed record FigureAxis(string Label, bool IsLogarithmic)
{
    /// <summary>Equal differences are equal distances.</summary>
    public static FigureAxis Linear(string label) => new(label, false);

    /// <summary>Equal factors are equal distances; values that are not positive are left out.</summary>
    public static FigureAxis Logarithmic(string label) => new(label, true);

    /// <summary>Label and scale of gnuplot's axis <paramref name="name"/> (x or y).</summary>
    internal string Commands(string name) =>
        $"set {name}label {PlotText.Label(Label)}\n"
        + (IsLogarithmic ? $"set logscale {name}\nset format {name} '10^{{%T}}'\n" : "");
}

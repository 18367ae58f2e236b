namespace Sci.Cases.Figures;

/// <summary>The look that all figures share.</summary>
internal static class PlotStyle
{
    /// <summary>Colours that colour-blind readers tell apart (Okabe and Ito, 2008).</summary>
    public static IReadOnlyList<string> Colours { get; } =
        ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00"];

    /// <summary>Colour of what is given, not found: truths, references, guides.</summary>
    public const string Given = "#000000";

    /// <summary>Frame, grid and legend of plots with axes.</summary>
    public const string Axes = """
        set border 3 linewidth 0.8 linecolor rgb '#404040'
        set tics nomirror out scale 0.6
        set grid linewidth 0.5 linecolor rgb '#e4e4e4'
        set key above left Left reverse samplen 2 spacing 1.15

        """;

    /// <summary>
    /// Blue through white to red, for fields with a sign (ColorBrewer RdBu, Harrower and Brewer, 2003).
    /// </summary>
    public const string Signed =
        "set palette defined (0 '#053061', 1 '#2166ac', 2 '#4393c3', 3 '#92c5de', 4 '#d1e5f0', 5 '#f7f7f7', "
        + "6 '#fddbc7', 7 '#f4a582', 8 '#d6604d', 9 '#b2182b', 10 '#67001f')\n";
}

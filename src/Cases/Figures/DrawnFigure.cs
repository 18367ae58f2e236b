namespace Sci.Cases.Figures;

/// <summary>A figure and the files of its drawing, which may still be going on.</summary>
/// <param name="name">Name of its files, without ending.</param>
/// <param name="caption">What is seen.</param>
/// <param name="script">Full path of the gnuplot script.</param>
/// <param name="drawing">Ends with nothing, or with a sentence on why nothing was drawn.</param>
public sealed class DrawnFigure(string name, string caption, string script, Task<string?> drawing)
{
    /// <summary>Name of its files, without ending.</summary>
    public string Name { get; } = name;

    /// <summary>What is seen.</summary>
    public string Caption { get; } = caption;

    /// <summary>Full path of the gnuplot script.</summary>
    public string Script { get; } = script;

    /// <summary>
    /// Full paths of the images by ending (<c>svg</c>, <c>png</c>, <c>pdf</c>), once they are there; none where gnuplot
    /// is missing or failed.
    /// </summary>
    public IReadOnlyDictionary<string, string> Images => drawing.GetAwaiter().GetResult() is null
        ? Gnuplot.Endings.ToDictionary(ending => ending, ending => Path.ChangeExtension(Script, ending))
        : new Dictionary<string, string>();
}

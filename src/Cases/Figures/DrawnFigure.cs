namespace Sci.Cases.Figures;

/// <summary>A figure and the files of its drawing.</summary>
/// <param name="Name">Name of its files, without ending.</param>
/// <param name="Caption">What is seen.</param>
/// <param name="Script">Full path of the gnuplot script.</param>
/// <param name="Images">Full paths of the images by ending (<c>svg</c>, <c>png</c>, <c>pdf</c>); none where gnuplot is
/// missing or failed.</param>
public sealed record DrawnFigure(
    string Name, string Caption, string Script, IReadOnlyDictionary<string, string> Images);

using Sci.Cases.Figures;

namespace Sci.Cases.Reports;

/// <summary>A part of a report.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Paragraphs">Its text.</param>
/// <param name="Figures">Its figures, below the text.</param>
public sealed record ReportSection(string Title, IReadOnlyList<string> Paragraphs, IReadOnlyList<DrawnFigure> Figures)
{
    /// <summary>Its tables, between text and figures.</summary>
    public IReadOnlyList<ReportTable> Tables { get; init; } = [];
}

namespace Sci.Cases.Reports;

/// <summary>A table of a report.</summary>
/// <param name="Columns">Its head.</param>
/// <param name="Rows">Its cells, as many a row as there are columns.</param>
public sealed record ReportTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

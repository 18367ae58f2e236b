namespace Sci.Cases.Reports;

/// <summary>The report of an experiment.</summary>
public static class Report
{
    /// <summary>
    /// Writes <c>report.html</c>, which opens anywhere by itself, and <c>report.md</c>, which links its figures.
    /// </summary>
    /// <exception cref="IOException">They cannot be written; those of an earlier run are as they were.</exception>
    public static void Write(string folder, ReportModel report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var full = Path.GetFullPath(folder);
        Directory.CreateDirectory(full);
        Replace(Path.Combine(full, "report.html"), HtmlReport.Of(report, full));
        Replace(Path.Combine(full, "report.md"), MarkdownReport.Of(report, full));
    }

    private static void Replace(string path, string text)
    {
        File.WriteAllText(path + ".unfinished", text);
        File.Move(path + ".unfinished", path, overwrite: true);
    }
}

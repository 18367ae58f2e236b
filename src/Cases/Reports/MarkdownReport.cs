using System.Text;
using Sci.Cases.Figures;

namespace Sci.Cases.Reports;

/// <summary>A report as Markdown, its figures linked.</summary>
internal static class MarkdownReport
{
    /// <summary>The text of <c>report.md</c> in <paramref name="folder"/>.</summary>
    public static string Of(ReportModel report, string folder)
    {
        var text = new StringBuilder($"# {report.Title}\n\n{report.Sentence}\n");
        foreach (var notice in report.Notices)
        {
            text.Append($"\n> {notice}\n");
        }

        Equations(text, report.Equations);
        Terms(text, report.Terms);
        Metrics(text, report.Metrics);
        foreach (var section in report.Sections)
        {
            Section(text, section, folder);
        }

        if (report.Limits.Count > 0)
        {
            text.Append("\n## Limits\n\n").AppendJoin('\n', report.Limits.Select(limit => $"- {limit}")).Append('\n');
        }

        if (report.Settings.Length > 0)
        {
            text.Append($"\n## Settings\n\n```yaml\n{report.Settings.TrimEnd()}\n```\n");
        }

        return text.ToString();
    }

    private static void Equations(StringBuilder text, IReadOnlyList<ReportEquation> equations)
    {
        foreach (var equation in equations)
        {
            text.Append($"\n**{equation.Name}**\n\n```text\n{equation.Text}\n```\n\n```latex\n{equation.Latex}\n```\n");
        }
    }

    private static void Terms(StringBuilder text, IReadOnlyList<Coefficient> terms)
    {
        if (terms.Count == 0)
        {
            return;
        }

        text.Append("\n## Terms\n\n| term | coefficient | truth |\n| --- | --- | --- |\n");
        foreach (var (term, value, deviation, truth) in terms)
        {
            text.Append(
                $"| `{term}` | {Numbers.Measured(value, deviation)} | {Numbers.Plain(truth ?? double.NaN)} |\n");
        }
    }

    private static void Metrics(StringBuilder text, IReadOnlyList<ReportMetric> metrics)
    {
        if (metrics.Count == 0)
        {
            return;
        }

        text.Append("\n## Results\n\n| name | value | meaning |\n| --- | --- | --- |\n");
        foreach (var (name, meaning, value, unit) in metrics)
        {
            text.Append($"| `{name}` | {Numbers.WithUnit(value, unit)} | {meaning} |\n");
        }
    }

    private static void Section(StringBuilder text, ReportSection section, string folder)
    {
        text.Append($"\n## {section.Title}\n");
        foreach (var paragraph in section.Paragraphs)
        {
            text.Append($"\n{paragraph}\n");
        }

        foreach (var (columns, rows) in section.Tables)
        {
            text.Append($"\n| {string.Join(" | ", columns)} |\n|{string.Concat(columns.Select(_ => " --- |"))}\n")
                .AppendJoin("", rows.Select(row => $"| {string.Join(" | ", row)} |\n"));
        }

        foreach (var figure in section.Figures)
        {
            var drawn = figure.Images.TryGetValue("svg", out var image);
            var path = Path.GetRelativePath(folder, drawn ? image! : figure.Script).Replace('\\', '/');
            text.Append(drawn
                ? $"\n![{figure.Caption}]({path})\n\n*{figure.Caption}*\n"
                : $"\n*{figure.Caption}* Not drawn: [{path}]({path})\n");
        }
    }
}

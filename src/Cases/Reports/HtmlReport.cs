using System.Net;
using System.Text;
using Sci.Cases.Figures;

namespace Sci.Cases.Reports;

/// <summary>A report as one HTML file that needs nothing else: figures, style and equations are inside.</summary>
internal static class HtmlReport
{
    /// <summary>The text of <c>report.html</c> in <paramref name="folder"/>.</summary>
    public static string Of(ReportModel report, string folder)
    {
        var body = new StringBuilder($"<h1>{Text(report.Title)}</h1>\n<p class=\"lead\">{Text(report.Sentence)}</p>\n");
        foreach (var notice in report.Notices)
        {
            body.Append($"<p class=\"notice\">{Text(notice)}</p>\n");
        }

        Equations(body, report.Equations);
        Terms(body, report.Terms);
        Metrics(body, report.Metrics);
        foreach (var section in report.Sections)
        {
            Section(body, section, folder);
        }

        if (report.Limits.Count > 0)
        {
            body.Append("<h2>Limits</h2>\n<ul>\n")
                .AppendJoin("", report.Limits.Select(limit => $"<li>{Text(limit)}</li>\n")).Append("</ul>\n");
        }

        if (report.Settings.Length > 0)
        {
            body.Append($"<h2>Settings</h2>\n<pre>{Text(report.Settings.TrimEnd())}</pre>\n");
        }

        return Page(report.Title, body.ToString());
    }

    private static string Page(string title, string body) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <link rel="icon" href="data:,">
        <title>{Text(title)}</title>
        <style>
        {ReportStyle.Sheet}
        </style>
        </head>
        <body>
        <main>
        {body}</main>
        </body>
        </html>

        """;

    private static void Equations(StringBuilder body, IReadOnlyList<ReportEquation> equations)
    {
        foreach (var equation in equations)
        {
            body.Append($"<section class=\"equation\"><h3>{Text(equation.Name)}</h3>\n<div class=\"wide\">")
                .Append(HtmlFormula.Lines(Numbers.Readable(equation.Text)))
                .Append($"</div>\n<details><summary>text and LaTeX</summary><pre>{Text(equation.Text)}\n\n")
                .Append($"{Text(equation.Latex)}</pre></details></section>\n");
        }
    }

    private static void Terms(StringBuilder body, IReadOnlyList<Coefficient> terms)
    {
        if (terms.Count == 0)
        {
            return;
        }

        body.Append("<h2>Terms</h2>\n<div class=\"wide\"><table>\n<thead><tr><th>term</th><th>coefficient</th><th>truth</th></tr></thead>\n<tbody>\n");
        foreach (var (term, value, deviation, truth) in terms)
        {
            body.Append($"<tr><td>{HtmlFormula.Of(term)}</td><td class=\"number\">{Number(Numbers.Measured(value, deviation))}</td>")
                .Append($"<td class=\"number\">{Number(Numbers.Plain(truth ?? double.NaN))}</td></tr>\n");
        }

        body.Append("</tbody></table></div>\n");
    }

    private static void Metrics(StringBuilder body, IReadOnlyList<ReportMetric> metrics)
    {
        if (metrics.Count == 0)
        {
            return;
        }

        body.Append("<h2>Results</h2>\n<div class=\"wide\"><table class=\"metrics\">\n<thead><tr><th>meaning</th><th>value</th><th>name</th></tr></thead>\n<tbody>\n");
        foreach (var (name, meaning, value, unit) in metrics)
        {
            body.Append(
                $"<tr><td>{Text(meaning)}</td><td class=\"number\">{Number(Numbers.WithUnit(value, unit))}</td>")
                .Append($"<td><code>{Text(name)}</code></td></tr>\n");
        }

        body.Append("</tbody></table></div>\n");
    }

    private static void Section(StringBuilder body, ReportSection section, string folder)
    {
        body.Append($"<h2>{Text(section.Title)}</h2>\n");
        foreach (var paragraph in section.Paragraphs)
        {
            body.Append($"<p>{Text(paragraph)}</p>\n");
        }

        foreach (var (columns, rows) in section.Tables)
        {
            body.Append("<div class=\"wide\"><table>\n<thead>").Append(Row("th", columns)).Append("</thead>\n<tbody>\n")
                .AppendJoin("", rows.Select(row => Row("td", row) + "\n")).Append("</tbody></table></div>\n");
        }

        foreach (var figure in section.Figures)
        {
            body.Append("<figure>\n");
            if (figure.Images.TryGetValue("svg", out var image))
            {
                var bytes = Convert.ToBase64String(File.ReadAllBytes(image));
                body.Append(
                    $"<div class=\"drawing\"><img alt=\"{Text(figure.Caption)}\" "
                    + $"src=\"data:image/svg+xml;base64,{bytes}\"></div>\n");
            }

            body.Append($"<figcaption>{Text(figure.Caption)} {Links(figure, folder)}</figcaption>\n</figure>\n");
        }
    }

    private static string Links(DrawnFigure figure, string folder)
    {
        var files = figure.Images.OrderBy(image => image.Key, StringComparer.Ordinal).Select(image => image.Value);
        var links = files.Append(figure.Script).Select(file =>
            $"<a href=\"{Text(Path.GetRelativePath(folder, file).Replace('\\', '/'))}\">{Text(Path.GetExtension(file).TrimStart('.'))}</a>");
        return $"<span class=\"files\">{string.Join(" ", links)}</span>";
    }

    private static string Row(string cell, IReadOnlyList<string> texts) =>
        $"<tr>{string.Concat(texts.Select(text => $"<{cell}>{Text(text)}</{cell}>"))}</tr>";

    private static string Number(string text) => Text(text.Replace('-', '−'));

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}

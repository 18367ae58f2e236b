using Sci.Cases;
using Spectre.Console;

namespace Sci.Cli.Output;

/// <summary>What experiments found, as tables.</summary>
internal static class Summary
{
    /// <summary>One row an experiment, and where the reports are.</summary>
    public static void Write(Terminal terminal, IReadOnlyList<ExperimentResult> results, string output)
    {
        Sheet.Write(terminal, Table(results));
        foreach (var report in results.Select(result => Path.Combine(output, result.Name, "report.html")).Where(File.Exists))
        {
            terminal.Out.WriteLine($"Report: {report}");
        }
    }

    private static Table Table(IReadOnlyList<ExperimentResult> results) =>
        AnalysisTable.Fits(results) ? AnalysisTable.Of(results)
        : SurrogateTable.Fits(results) ? SurrogateTable.Of(results)
        : SolveTable.Fits(results) ? SolveTable.Of(results)
        : Discoveries(results);

    private static Table Discoveries(IReadOnlyList<ExperimentResult> results)
    {
        var table = Sheet.Table("experiment", "discovered", "ε before", "ε after", "terms right", "seconds");
        foreach (var result in results)
        {
            Sheet.Row(
                table,
                result.Name,
                result.Equation.Discovered.Length > 0 ? result.Equation.Discovered : "nothing",
                Sheet.Percent(Of(result, Metric.EpsilonBefore)),
                Sheet.Percent(Of(result, Metric.EpsilonAfter)),
                Of(result, Metric.SupportExact) switch { 1 => "yes", 0 => "no", var share => Sheet.Percent(share) },
                result.Seconds > 0 ? Sheet.Number(result.Seconds) : "–");
        }

        return table;
    }

    /// <summary>One table of terms an experiment, and its equations.</summary>
    public static void WriteTerms(Terminal terminal, IReadOnlyList<ExperimentResult> results)
    {
        foreach (var result in results)
        {
            terminal.Out.WriteLine(Plain.Text($"{result.Name}"));
            (string Name, string Text)[] equations =
                [("model", result.Equation.Model), ("corrected", result.Equation.Corrected)];
            foreach (var (name, text) in equations.Where(each => each.Text.Length > 0))
            {
                terminal.Out.WriteLine(Plain.Text($"  {name,-9}  {text}"));
            }

            Sheet.Write(terminal, result.Terms.Count > 0 ? Terms(result) : Figures(result));
        }
    }

    private static Table Terms(ExperimentResult result)
    {
        var table = Sheet.Table("term", "coefficient", "deviation");
        foreach (var term in result.Terms)
        {
            Sheet.Row(table, term.Term, Sheet.Number(term.Coefficient), Sheet.Number(term.Deviation));
        }

        return table;
    }

    private static Table Figures(ExperimentResult result)
    {
        var table = Sheet.Table("figure", "value");
        foreach (var (name, value) in result.Metrics)
        {
            Sheet.Row(table, name, Sheet.Number(value));
        }

        return table;
    }

    private static double? Of(ExperimentResult result, string metric) =>
        result.Metrics.TryGetValue(metric, out var value) ? value : null;
}

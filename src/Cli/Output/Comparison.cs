using Sci.Cases;
using Spectre.Console;

namespace Sci.Cli.Output;

/// <summary>Pairs of experiments, figure beside figure.</summary>
internal static class Comparison
{
    public static void Write(
        Terminal terminal, IReadOnlyList<(ExperimentResult First, ExperimentResult Second)> pairs, string first,
        string second)
    {
        var table = Sheet.Table("experiment", "figure", first, second, "ratio");
        foreach (var (a, b) in pairs)
        {
            AddRows(table, a, b);
        }

        Sheet.Write(terminal, table);
    }

    private static void AddRows(Table table, ExperimentResult a, ExperimentResult b)
    {
        Sheet.Row(table, a.Name, "discovered", a.Equation.Discovered, b.Equation.Discovered, "");
        foreach (var name in a.Metrics.Keys.Union(b.Metrics.Keys))
        {
            var (x, y) = (Of(a, name), Of(b, name));
            Sheet.Row(table, "", name, Sheet.Number(x), Sheet.Number(y), Sheet.Number(y / x));
        }

        foreach (var name in a.Terms.Concat(b.Terms).Select(term => term.Term).Distinct())
        {
            Sheet.Row(table, "", $"coefficient of {name}", Coefficient(a, name), Coefficient(b, name), "");
        }
    }

    private static double? Of(ExperimentResult result, string metric) =>
        result.Metrics.TryGetValue(metric, out var value) ? value : null;

    private static string Coefficient(ExperimentResult result, string name) =>
        result.Terms.FirstOrDefault(term => term.Term == name) is { } term
            ? $"{Sheet.Number(term.Coefficient)} ± {Sheet.Number(term.Deviation)}"
            : "–";
}

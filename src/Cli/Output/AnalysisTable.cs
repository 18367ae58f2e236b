using Sci.Cases;
using Spectre.Console;

namespace Sci.Cli.Output;

/// <summary>What filters reached, beside what others did.</summary>
internal static class AnalysisTable
{
    /// <summary>Whether these are results of filters.</summary>
    public static bool Fits(IReadOnlyList<ExperimentResult> results) =>
        results.All(result => result.Metrics.ContainsKey("rmse_typical"));

    /// <summary>One row an experiment.</summary>
    public static Table Of(IReadOnlyList<ExperimentResult> results)
    {
        var table = Sheet.Table(
            "experiment", "error", "published", "in reference's runs", "reference", "95 % of its runs", "within",
            "spread", "lost", "seconds");
        foreach (var result in results)
        {
            double? Get(string metric) => result.Metrics.TryGetValue(metric, out var value) ? value : null;
            string Of(string metric) => Sheet.Number(Get(metric));
            Sheet.Row(
                table,
                result.Name,
                $"{Of(Metric.RmseAnalysis)} ± {Get("rmse_analysis_half_width"):g2}",
                Of("published"),
                Of("rmse_typical"),
                Of("independent"),
                Get("independent") is null ? "–" : $"{Get("independent_low"):g3} to {Get("independent_high"):g3}",
                Get("within_reference") switch { 1 => "yes", 0 => "no", _ => "–" },
                Of(Metric.SpreadAnalysis),
                Sheet.Percent(Get("lost")),
                result.Seconds > 0 ? Sheet.Number(result.Seconds) : "–");
        }

        return table;
    }
}

using Sci.Cases;
using Spectre.Console;

namespace Sci.Cli.Output;

/// <summary>How good networks are.</summary>
internal static class SurrogateTable
{
    /// <summary>Whether these are results of networks.</summary>
    public static bool Fits(IReadOnlyList<ExperimentResult> results) =>
        results.All(result => result.Metrics.ContainsKey("training_loss"));

    /// <summary>One row an experiment.</summary>
    public static Table Of(IReadOnlyList<ExperimentResult> results)
    {
        var table = Sheet.Table("experiment", "parameters", "relative error", "worst", "finer grid", "correlated steps", "CPU seconds", "seconds");
        foreach (var result in results)
        {
            string Of(string metric) => Sheet.Number(result.Metrics.TryGetValue(metric, out var value) ? value : null);
            Sheet.Row(
                table,
                result.Name,
                Of("parameters"),
                Of(Metric.RelativeL2),
                Of("relative_l2_max"),
                Of("relative_l2_finer"),
                Of("correlated_steps"),
                Of(Metric.CpuSeconds),
                result.Seconds > 0 ? Sheet.Number(result.Seconds) : "–");
        }

        return table;
    }
}

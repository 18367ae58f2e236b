using Sci.Cases;
using Spectre.Console;

namespace Sci.Cli.Output;

/// <summary>How good networks are.</summary>
internal static class SurrogateTable
{
    private static readonly (string Heading, string Metric)[] Columns =
    [
        ("parameters", "parameters"),
        ("relative error", Metric.RelativeL2),
        ("worst", "relative_l2_max"),
        ("finer grid", "relative_l2_finer"),
        ("correlated steps", "correlated_steps"),
        ("analysis error", Metric.RmseAnalysis),
        ("with the solver", "rmse_analysis_solver"),
        ("squared error over polynomial's", "mse_ratio"),
        ("on the longer ring, over here", "longer_ratio"),
        ("horizon", "horizon_network"),
        ("polynomial's", "horizon_polynomial"),
        ("CPU seconds", Metric.CpuSeconds),
    ];

    /// <summary>Whether these are results of networks.</summary>
    public static bool Fits(IReadOnlyList<ExperimentResult> results) => results.All(
        result => result.Metrics.ContainsKey("training_loss") || result.Metrics.ContainsKey("horizon_network"));

    /// <summary>One row an experiment, with the figures that some of them have.</summary>
    public static Table Of(IReadOnlyList<ExperimentResult> results)
    {
        var columns =
            Columns.Where(column => results.Any(result => result.Metrics.ContainsKey(column.Metric))).ToArray();
        var table = Sheet.Table(["experiment", .. columns.Select(column => column.Heading), "seconds"]);
        foreach (var result in results)
        {
            Sheet.Row(table, [
                result.Name,
                .. columns.Select(column => Sheet.Number(
                    result.Metrics.TryGetValue(column.Metric, out var value) ? value : null)),
                result.Seconds > 0 ? Sheet.Number(result.Seconds) : "–"]);
        }

        return table;
    }
}

using Sci.Cases;
using Spectre.Console;

namespace Sci.Cli.Output;

/// <summary>How right runs of solvers are.</summary>
internal static class SolveTable
{
    /// <summary>Whether these are runs of solvers.</summary>
    public static bool Fits(IReadOnlyList<ExperimentResult> results) =>
        results.All(result => result.Metrics.ContainsKey("states"));

    /// <summary>One row an experiment.</summary>
    public static Table Of(IReadOnlyList<ExperimentResult> results)
    {
        var table = Sheet.Table(
            "experiment", "steps", "error", "order", "claimed", "drift", "tail", "exponent", "CPU seconds", "seconds");
        foreach (var result in results)
        {
            string Of(string metric) => Sheet.Number(result.Metrics.TryGetValue(metric, out var value) ? value : null);
            Sheet.Row(
                table,
                result.Name,
                Of("steps"),
                Of(Metric.RelativeL2),
                Of("order"),
                Of("order_claimed"),
                Of(Metric.ConservationError),
                Of("spectral_tail"),
                Of("lyapunov_1"),
                Of(Metric.CpuSeconds),
                result.Seconds > 0 ? Sheet.Number(result.Seconds) : "–");
        }

        return table;
    }
}

namespace Sci.Cases;

/// <summary>The figures of a network for a flow.</summary>
internal static class FlowMetrics
{
    public const string Linear = "relative_l2_linear";
    private const string Speed = "microseconds";
    private const string SolverSpeed = "microseconds_solver";

    /// <summary>What a figure is, in words.</summary>
    public static string Meaning(string metric) => metric switch
    {
        Metric.RelativeL2 => "mean over the test runs of the relative error over all predicted snapshots",
        Linear => "the same by viscosity and forcing alone, without a network",
        SurrogateMetrics.TenSteps => "mean relative error of the tenth snapshot",
        Metric.ConservationError => "largest mean vorticity over its root mean square",
        Speed => "µs of the network for a snapshot, in a batch, one thread",
        SolverSpeed => "µs of the solver",
        _ => SurrogateMetrics.Meaning(metric),
    };

    public static OrderedDictionary<string, double> Of(
        TrainedNetwork network, FlowTests tests, (double Network, double Solver) speed)
    {
        var metrics = new OrderedDictionary<string, double>
        {
            [Metric.RelativeL2] = tests.Errors.Average(),
            [SurrogateMetrics.WorstSample] = tests.Errors.Max(),
            [Linear] = tests.Linear.Average(),
            [SurrogateMetrics.OneStep] = tests.Steps[0],
        };
        if (tests.Steps.Count >= 10)
        {
            metrics[SurrogateMetrics.TenSteps] = tests.Steps[9];
        }

        metrics[Metric.ConservationError] = tests.Mean;
        metrics[SurrogateMetrics.Training] = network.Curve[^1].Loss;
        metrics[SurrogateMetrics.Parameters] = network.Parameters;
        (metrics[Speed], metrics[SolverSpeed]) = speed;
        return metrics;
    }
}

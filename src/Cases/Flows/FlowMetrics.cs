namespace Sci.Cases;

/// <summary>The figures of a network for a flow.</summary>
internal static class FlowMetrics
{
    public const string Linear = "relative_l2_linear";
    private const string Speed = "microseconds";
    private const string SolverSpeed = "microseconds_solver";
    private const string Unrefined = "relative_l2_unrefined";
    private const string Refined = "relative_l2_refined";
    private const string ErrorCut = "error_cut";
    private const string ResidualCut = "residual_cut";
    private const string ResidualBefore = "residual_before";
    private const string ResidualAfter = "residual_after";
    private const string ResidualTruth = "residual_truth";
    private const string Steps = "refinement_steps";
    private const string RefinementSpeed = "microseconds_refinement";

    /// <summary>What a figure is, in words.</summary>
    public static string Meaning(string metric) => metric switch
    {
        Metric.RelativeL2 => "mean over the test runs of the relative error over all predicted snapshots",
        Linear => "the same by viscosity and forcing alone, without a network",
        SurrogateMetrics.TenSteps => "mean relative error of the tenth snapshot",
        Metric.ConservationError => "largest mean vorticity over its root mean square",
        Speed => "µs of the network for a snapshot, in a batch, one thread",
        SolverSpeed => "µs of the solver",
        Unrefined => "mean relative error of the forecasts that are refined, before",
        Refined => "after",
        ErrorCut => "the first over the second",
        ResidualBefore => "mean η, the residual in H⁻¹, of those forecasts",
        ResidualAfter => "of the refined ones",
        ResidualCut => "the first over the second",
        ResidualTruth => "of the solver's own snapshots: what the differences in time leave",
        Steps => "residuals or gradients taken",
        RefinementSpeed => "µs of a forecast and its refinement, one thread",
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

    /// <summary>Adds those of the refinement.</summary>
    public static void Add(OrderedDictionary<string, double> metrics, FlowRefinements refined, double microseconds)
    {
        metrics[Unrefined] = refined.ErrorsBefore.Average();
        metrics[Refined] = refined.ErrorsAfter.Average();
        metrics[ErrorCut] = metrics[Unrefined] / metrics[Refined];
        metrics[ResidualBefore] = refined.Before.Average();
        metrics[ResidualAfter] = refined.After.Average();
        metrics[ResidualCut] = metrics[ResidualBefore] / metrics[ResidualAfter];
        metrics[ResidualTruth] = refined.Truth.Average();
        metrics[Steps] = refined.Steps;
        metrics[RefinementSpeed] = microseconds;
    }
}

namespace Sci.Cases;

/// <summary>The figures of a surrogate: medians over the networks.</summary>
internal static class SurrogateMetrics
{
    public const string WorstSample = "relative_l2_max";
    public const string Finer = "relative_l2_finer";
    public const string Training = "training_loss";
    public const string Parameters = "parameters";
    public const string OneStep = "nrmse_1";
    public const string TenSteps = "nrmse_10";
    public const string HundredSteps = "nrmse_100";
    public const string Geometric = "nrmse_geometric_mean";
    public const string CorrelatedSteps = "correlated_steps";
    public const string LongDeviation = "long_deviation";

    // The step up to which APEBench averages.
    private const int Horizon = 100;

    /// <summary>What a figure is, in words.</summary>
    public static string Meaning(string metric) => metric switch
    {
        Metric.RelativeL2 => "mean relative error in the L2 norm over the test pairs",
        WorstSample => "the largest of them",
        Finer => "their mean at all points of the solver",
        Training => "loss of the last epoch",
        Parameters => "trained parameters",
        OneStep => "relative error after one step",
        TenSteps => "relative error after 10 steps by itself",
        HundredSteps => "relative error after 100 steps by itself",
        Geometric => "geometric mean of the relative errors over 100 steps",
        CorrelatedSteps => "steps that keep the correlation asked for",
        LongDeviation => "standard deviation at the end of the long run over the data's",
        Metric.CpuSeconds => "processor time",
        _ => SurrogateFilterMetrics.Meaning(metric) ?? metric,
    };

    public static ExperimentResult Of(
        string name, SurrogateSettings settings, IReadOnlyList<TrainedNetwork> networks,
        IReadOnlyList<SurrogateTests> tests)
    {
        double Median(Func<SurrogateTests, double> of) => tests.Select(of).Order().ElementAt(tests.Count / 2);
        var metrics = new OrderedDictionary<string, double>
        {
            [Metric.RelativeL2] = Median(each => each.Errors.Average()),
            [WorstSample] = Median(each => each.Errors.Max()),
        };
        if (tests[0].Finer.Count > 0)
        {
            metrics[Finer] = Median(each => each.Finer.Average());
        }

        metrics[Training] = networks.Select(each => each.Curve[^1].Loss).Order().ElementAt(networks.Count / 2);
        metrics[Parameters] = networks[0].Parameters;
        if (settings.Rollout is { } rollout)
        {
            AddRollout(metrics, rollout, Median);
        }

        return new ExperimentResult(
            name, 0, metrics, new FoundEquation(settings.Data.Equation, "", settings.Data.Equation), []);
    }

    private static void AddRollout(
        OrderedDictionary<string, double> metrics, RolloutSettings rollout, Func<Func<SurrogateTests, double>,
        double> median)
    {
        foreach (var (metric, step) in new[] { (OneStep, 1), (TenSteps, 10), (HundredSteps, 100) })
        {
            if (step <= rollout.Steps)
            {
                metrics[metric] = median(each => each.Rollout[step - 1]);
            }
        }

        metrics[Geometric] = median(each => Math.Exp(each.Rollout.Take(Horizon).Average(error => Math.Log(error))));
        metrics[CorrelatedSteps] = median(
            each => each.Correlation.TakeWhile(value => value >= rollout.Correlation).Count());
        if (rollout.LongSteps > 0)
        {
            metrics[LongDeviation] = median(each => each.LongDeviation);
        }
    }
}

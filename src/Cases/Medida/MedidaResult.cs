using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Puts the figures of an experiment together.</summary>
internal static class MedidaResult
{
    public static ExperimentResult Of(
        string name, MedidaSettings settings, Increments? increments, Discovered discovered, Verified? verified,
        IReadOnlyList<Draw> draws)
    {
        var grid = discovered.Corrected.Grid;
        var model = Equation.Parse(grid, settings.Model.Equation);
        var metrics = new OrderedDictionary<string, double>();
        if (settings.Truth?.Law is { } law)
        {
            metrics[Metric.EpsilonBefore] = ModelError.Distance(Equation.Parse(grid, law), model);
            metrics[Metric.EpsilonAfter] = Median(draws.Select(draw => draw.Epsilon));
            metrics[Metric.CoefficientError] = Median(draws.Select(draw => draw.LargestRelative));
            metrics[Metric.SupportExact] = draws.Average(draw => draw.IsExact ? 1.0 : 0.0);
        }

        metrics[Metric.Samples] = increments?.Forecast.Count ?? settings.Seen.Windows;
        if (settings.Truth is not null)
        {
            metrics[Metric.Samples] = settings.Seen.Windows;
            metrics[Metric.Noise] = settings.Seen.Noise;
        }

        metrics[Metric.Gap] = settings.Truth is null && increments is not null
            ? increments.Intervals.Average()
            : settings.Seen.Times[^1] - settings.Seen.Times[^2];
        if (settings.Truth is not null)
        {
            metrics[Metric.RatioObserved] = (double)Places.Coordinates(settings).Length / settings.Grid.Points;
        }

        if (draws.Sum(draw => draw.Missing) is > 0 and var missing)
        {
            metrics["coverage"] = (double)draws.Sum(draw => draw.Covered) / missing;
        }

        if (discovered.ChiSquare is { } chiSquare)
        {
            metrics["chi_square"] = chiSquare;
        }

        if (verified is not null)
        {
            metrics[Metric.ValidTimeBefore] = Median(verified.ValidBefore);
            metrics[Metric.ValidTimeAfter] = Median(verified.ValidAfter);
            metrics["lyapunov_exponent"] = verified.Exponent;
        }

        return new ExperimentResult(
            name,
            0,
            metrics,
            new FoundEquation(model.ToString(), discovered.Equation.ToString(), discovered.Corrected.ToString()),
            [.. Terms(discovered)]);
    }

    /// <summary>A metric in words.</summary>
    public static string Meaning(string metric) => metric switch
    {
        Metric.EpsilonBefore => "normalised distance of the model's coefficients from the truth's",
        Metric.EpsilonAfter => "the same after correction, median over the draws",
        Metric.CoefficientError => "largest relative error of a missing term's coefficient, median over the draws",
        Metric.SupportExact => "share of the draws in which exactly the missing terms were found",
        Metric.Samples => "windows of observations",
        Metric.Noise => "noise over signal, standard deviations",
        Metric.Gap => "time between the last two snapshots of a window",
        Metric.RatioObserved => "observed over all points",
        Metric.ValidTimeBefore => "median valid time of the wrong model, in Lyapunov times",
        Metric.ValidTimeAfter => "median valid time of the corrected model, in Lyapunov times",
        "coverage" => "share of the missing terms' coefficients within two deviations, over the draws",
        "chi_square" => "residual over noise, variances",
        "lyapunov_exponent" => "leading Lyapunov exponent of the truth, per unit time",
        _ => metric,
    };

    public static IEnumerable<FoundTerm> Terms(Discovered discovered) => discovered.Terms.Select((term, i) =>
        new FoundTerm(term.Term.ToString(), term.Coefficient, discovered.Equation.Deviations[i]));

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1
            ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}

using Sci.Discovery;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Stage 4 by Gauss-Newton steps on forecasts.</summary>
internal sealed class JetDiscovery
{
    private readonly JetSettings settings;
    private readonly JetObserved observed;
    private readonly JetComparison comparison;
    private readonly ForecastRegression regression;

    private JetDiscovery(JetSettings settings, JetGaussNewtonSettings method, JetObserved observed)
    {
        (this.settings, this.observed) = (settings, observed);
        var imperfect = JetFlow.Model(settings.WrongJet, settings.TimeStep);
        comparison = new JetComparison(method, observed, imperfect.Equation);
        regression = new ForecastRegression(
            imperfect,
            JetLibrary.Of(method),
            comparison.Readout,
            (int)Math.Round(settings.Observations.Interval / settings.TimeStep),
            new ClusteredCovariance(comparison.Clusters),
            method.Price,
            method.Floor);
    }

    public static (States Starts, JetFound Found) Run(
        JetSettings settings, JetGaussNewtonSettings method, JetObserved observed, CancellationToken cancel)
    {
        var discovery = new JetDiscovery(settings, method, observed);
        return settings.Interpolation is CyclingSettings cycling
            ? discovery.Cycled(cycling, cancel)
            : discovery.Interpolated(cancel);
    }

    private (States Starts, JetFound Found) Interpolated(CancellationToken cancel)
    {
        var starts = JetInterpolation.Starts(settings, observed);
        var fit = regression.Fit(starts, comparison.Kept(observed.Ends), cancel);
        var expected = ExpectedMisfit.Of(
            settings, observed, Corrected(fit), starts, comparison.Readout, regression.Steps);
        return (starts, Found(fit, expected));
    }

    // Analyses by a wrong model err with it: they are made anew with the model as it was corrected.
    private (States Starts, JetFound Found) Cycled(CyclingSettings method, CancellationToken cancel)
    {
        var cycling = new JetCycling(method, settings.Observations.Noise, observed);
        var ends = comparison.Kept(observed.Ends);
        var model = regression.Model;
        var guess = new double[regression.Library.Count];
        for (var pass = 1; ; pass++)
        {
            var starts = cycling.Starts(model);
            var fit = regression.Fit(starts, ends, guess, cancel);
            model = Corrected(fit);
            if (pass == method.Passes)
            {
                var (made, seen) = cycling.Twin(
                    model, starts, settings.Observations.Interval, new RandomSource(settings.Seed)["expected"]);
                return (starts,
                    Found(fit, comparison.Misfit(model, made, regression.Steps, comparison.Kept(seen))));
            }

            guess = [.. fit.Everything];
        }
    }

    private IEquationModel Corrected(ForecastFit fit) =>
        regression.Model.With(fit.Correct(regression.Model.Equation));

    private static JetFound Found(ForecastFit fit, double expected) => new(
        [.. fit.Library.Select(term => term.ToString())],
        fit.Everything,
        fit.Deviations,
        fit.Coefficients,
        fit.KeptDeviations,
        [.. fit.Path.Select(step => step.Dropped)],
        [.. fit.Path.Select(step => step.ChiSquare)],
        Math.Sqrt(Math.Max(0, 1 - fit.Explained)),
        fit.Misfit,
        expected,
        fit.Settled);
}

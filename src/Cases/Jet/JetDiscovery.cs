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
            new ClusteredCovariance(Clusters(settings, comparison)),
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

    /// <summary>From what a filter with the wrong model made of the windows.</summary>
    /// <returns>The last filter's analyses at the beginnings of the pairs, and what was found.</returns>
    public static (States Starts, JetFound Found) Filtered(
        JetSettings settings, JetGaussNewtonSettings method, JetLetkfSettings filter, JetObserved observed,
        JetFiltered filtered, Action<double> progress, CancellationToken cancel)
    {
        var discovery = new JetDiscovery(settings, method, observed);
        var letkf = new JetLetkf(filter, settings.Observations.Noise, observed);
        var guess = new double[discovery.regression.Library.Count];
        for (var pass = 1; ; pass++)
        {
            var (starts, ends) = letkf.Pairs(filtered);
            var fit = discovery.regression.Fit(starts, discovery.comparison.Kept(ends), guess, cancel);
            if (pass == filter.Passes)
            {
                var last = JetLetkf.Compared(filter);
                var newest = new States(starts.Count / last, starts.Size);
                for (var window = 0; window < newest.Count; window++)
                {
                    starts[((window + 1) * last) - 1].CopyTo(newest[window]);
                }

                return (newest, Found(fit, discovery.comparison.Expected(
                    filtered.Variance, settings.Observations.Noise)));
            }

            guess = [.. fit.Everything];
            filtered = letkf.Run(discovery.Corrected(fit), Draws(settings),
                share => progress((pass - 1 + share) / (filter.Passes - 1)), cancel);
        }
    }

    /// <summary>What the first members of a filter are drawn from, the same in every pass.</summary>
    public static RandomSource Draws(JetSettings settings) => new RandomSource(settings.Seed)["filter"];

    // What is alike in neighbours is alike at the next time, too: a tile of a window is one cluster.
    private static int[] Clusters(JetSettings settings, JetComparison comparison) =>
        settings.Interpolation is JetLetkfSettings filter
            ? [.. Enumerable.Repeat(comparison.Clusters, JetLetkf.Compared(filter)).SelectMany(tile => tile)]
            : comparison.Clusters;

    private (States Starts, JetFound Found) Interpolated(CancellationToken cancel)
    {
        var starts = JetInterpolation.Starts(settings, observed);
        var fit = regression.Fit(starts, comparison.Kept(observed.Ends), cancel);
        var expected = ExpectedMisfit.Of(
            settings, observed, Corrected(fit), starts, comparison.Readout, regression.Steps);
        return (starts, Found(fit, expected));
    }

    private (States Starts, JetFound Found) Cycled(CyclingSettings method, CancellationToken cancel)
    {
        var cycling = new JetCycling(method, settings.Observations.Noise, observed);
        var interval = settings.Observations.Interval;
        var (fit, starts) = method.Passes is { } passes ? Alternated(cycling, passes, cancel) : Whole(cycling, cancel);
        var model = Corrected(fit);
        var (made, seen) = cycling.Twin(model, starts, interval, new RandomSource(settings.Seed)["expected"]);
        return (starts, Found(fit, comparison.Misfit(model, made, regression.Steps, comparison.Kept(seen))));
    }

    private (ForecastFit Fit, States Starts) Whole(JetCycling cycling, CancellationToken cancel)
    {
        var forecasts = new CycledForecasts(
            cycling, comparison, comparison.Kept(observed.Ends), settings.Observations.Interval);
        var fit = regression.Fit(forecasts, new double[regression.Library.Count], cancel);
        return (fit, cycling.Starts(Corrected(fit)));
    }

    // Analyses by a wrong model err with it: they are made anew with the model as it was corrected.
    private (ForecastFit Fit, States Starts) Alternated(JetCycling cycling, int passes, CancellationToken cancel)
    {
        var ends = comparison.Kept(observed.Ends);
        var model = regression.Model;
        var guess = new double[regression.Library.Count];
        for (var pass = 1; ; pass++)
        {
            var starts = cycling.Starts(model);
            var fit = regression.Fit(starts, ends, guess, cancel);
            if (pass == passes)
            {
                return (fit, starts);
            }

            (model, guess) = (Corrected(fit), [.. fit.Everything]);
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

using Sci.Discovery;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Stage 4 by Gauss-Newton steps on forecasts.</summary>
internal static class JetDiscovery
{
    // Neighbours whose errors count as one: tiles of the box.
    private const int TilesY = 8;
    private const int TilesX = 8;

    public static (States Starts, JetFound Found) Run(
        JetSettings settings, JetGaussNewtonSettings method, JetObserved observed, CancellationToken cancel)
    {
        var library = JetLibrary.Of(method);
        var imperfect = JetFlow.Model(settings.WrongJet, settings.TimeStep);
        var steps = (int)Math.Round(settings.Observations.Interval / settings.TimeStep);
        var (kept, readout, clusters) = Comparison(method, observed, imperfect.Equation);
        var ends = Kept(observed, kept);
        var regression = new ForecastRegression(
            imperfect, library, readout, steps, new ClusteredCovariance(clusters), method.Price, method.Floor);
        var passes = (settings.Interpolation as CyclingSettings)?.Passes ?? 1;
        var model = imperfect;
        for (var pass = 1; ; pass++)
        {
            var present = model;
            var starts = JetInterpolation.Starts(settings, observed, time =>
                (present, (int)Math.Round(time / present.TimeStep)));
            var fit = regression.Fit(starts, ends, cancel);
            model = imperfect.With(fit.Correct(imperfect.Equation));
            if (pass == passes)
            {
                return (starts, Found(settings, observed, fit, model, starts, readout, steps));
            }
        }
    }

    private static (int[] Kept, FieldReadout Readout, int[] Clusters) Comparison(
        JetGaussNewtonSettings method, JetObserved observed, Equation equation)
    {
        var (rows, columns) = (JetFlow.Grid.Axes[0].Points, JetFlow.Grid.Axes[1].Points);
        var sensors = observed.Sensors.Points;
        int[] kept = [.. Enumerable.Range(0, sensors.Count)
            .Where(i => sensors[i] / columns >= method.CutRows && sensors[i] / columns < rows - method.CutRows)];
        int[] points = [.. kept.Select(i => sensors[i])];
        int[] tiles = [.. points.Select(p =>
            (p / columns * TilesY / rows * TilesX) + (p % columns * TilesX / columns))];
        var readout = new FieldReadout(equation, [Term.Parse("psi1"), Term.Parse("psi2")], points, observed.Sizes);
        return (kept, readout, [.. tiles, .. tiles]);
    }

    private static States Kept(JetObserved observed, int[] kept)
    {
        var count = observed.Sensors.Points.Count;
        var ends = new States(observed.Ends.Count, 2 * kept.Length);
        for (var pair = 0; pair < ends.Count; pair++)
        {
            for (var i = 0; i < ends.Size; i++)
            {
                var layer = i / kept.Length;
                ends[pair][i] = observed.Ends[pair][(layer * count) + kept[i % kept.Length]] / observed.Sizes[layer];
            }
        }

        return ends;
    }

    private static JetFound Found(
        JetSettings settings, JetObserved observed, ForecastFit fit, IEquationModel model, States starts,
            FieldReadout readout, int steps) => new(
        [.. fit.Library.Select(term => term.ToString())],
        fit.Everything,
        fit.Deviations,
        fit.Coefficients,
        fit.KeptDeviations,
        [.. fit.Path.Select(step => step.Dropped)],
        [.. fit.Path.Select(step => step.ChiSquare)],
        Math.Sqrt(Math.Max(0, 1 - fit.Explained)),
        fit.Misfit,
        ExpectedMisfit.Of(settings, observed, model, starts, readout, steps),
        fit.Settled);
}

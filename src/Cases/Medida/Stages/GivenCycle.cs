using Sci.Assimilation;
using Sci.Cases.Data;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>
/// Stage 3 for observations from a file, at any times and places: a filter that cycles with the wrong model.
/// </summary>
internal static class GivenCycle
{
    public static Increments Run(
        MedidaSettings settings, CycleSettings filter, GivenObservations given, RandomSource random,
        Action<double> progress, CancellationToken cancel)
    {
        var grid = settings.Model.GridOf(settings.Grid);
        var at = 0;
        var model = new WatchedEnsemble(
            settings.Model.Stepper(Equation.Parse(grid, settings.Model.Equation), cancel),
            () => (at, given.Snapshots[at].Time));
        var ensemble = First(filter, given.Snapshots[0], grid, random["background"]);
        var analysis = new Inflated(filter.Analysis.On(grid), filter.Inflation);
        var count = given.Snapshots.Count - 1 - filter.BurnIn;
        var rows = new Increments(
            new States(count, grid.Points), new States(count, grid.Points), new States(count, grid.Points),
            new double[count]);
        for (var i = 1; i < given.Snapshots.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var (row, seen) = (i - 1 - filter.BurnIn, given.Snapshots[i]);
            at = i;
            var steps = (int)Math.Round((seen.Time - given.Snapshots[i - 1].Time) / settings.Model.TimeStep);
            CyclingStage.Keep(row, ensemble, rows.Before);
            var cycle = new FilterCycle(model, analysis, steps, ensemble);
            cycle.Next(Seen(filter, grid, seen), seen.Values, random["analysis"][i - 1], forecast => CyclingStage.Keep(
                row, forecast, rows.Forecast));
            CyclingStage.Keep(row, ensemble, rows.Analysis);
            if (row >= 0)
            {
                ((double[])rows.Intervals)[row] = steps * settings.Model.TimeStep;
            }

            progress(i / (given.Snapshots.Count - 1.0));
        }

        return rows with { Looks = MemberLooks.Of(model) };
    }

    // Straight lines between the positions seen first, round the circle; white noise about them.
    private static States First(CycleSettings filter, GivenSnapshot seen, Grid grid, RandomSource random)
    {
        var axis = grid.Axes[0];
        double Within(double x) => x - (axis.Length * Math.Floor((x - axis.Origin) / axis.Length));
        var points = seen.Positions.Zip(seen.Values, (x, value) => (X: Within(x), Value: value)).OrderBy(point => point.X).ToArray();
        var knots = points.Prepend((X: points[^1].X - axis.Length, points[^1].Value)).Append((X: points[0].X
            + axis.Length, points[0].Value)).ToArray();
        var mean = axis.Coordinates().Select(x =>
        {
            var right = Array.FindIndex(knots, knot => knot.X >= x);
            var (a, b) = (knots[Math.Max(right - 1, 0)], knots[right]);
            return b.X > a.X ? a.Value + ((b.Value - a.Value) * (x - a.X) / (b.X - a.X)) : b.Value;
        }).ToArray();
        var ensemble = new States(filter.Members, grid.Points);
        for (var member = 0; member < ensemble.Count; member++)
        {
            var state = ensemble[member];
            random[member].Normals(state);
            for (var i = 0; i < state.Length; i++)
            {
                state[i] = mean[i] + (filter.BackgroundDeviation * state[i]);
            }
        }

        return ensemble;
    }

    private static Observations Seen(CycleSettings filter, Grid grid, GivenSnapshot seen)
    {
        var places = new States(seen.Positions.Length, 1, seen.Positions);
        var all = Observations.At(grid, places, filter.ObservationDeviation * filter.ObservationDeviation);
        return seen.Errors.Length == 0
            ? all : all with { Errors = new IndependentErrors([.. seen.Errors.Select(error => error * error)]) };
    }
}

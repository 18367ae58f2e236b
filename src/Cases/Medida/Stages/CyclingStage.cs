using Sci.Assimilation;
using Sci.Discovery;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Stage 3 for a filter that cycles: what the observations add to the wrong model's forecasts.</summary>
internal static class CyclingStage
{
    public static Increments Run(
        MedidaSettings settings, CycleSettings filter, States observed, RandomSource random, Action<double> progress,
        CancellationToken cancel)
    {
        var grid = settings.Model.GridOf(settings.Grid);
        var at = 0;
        var model = new WatchedEnsemble(
            settings.Model.Stepper(Equation.Parse(grid, settings.Model.Equation), cancel),
            () => (at, at * settings.Seen.Every));
        var steps = (int)Math.Round(settings.Seen.Every / settings.Model.TimeStep);
        var ensemble = First(filter, observed.Slice(0, 1), grid.Points, random["background"]);
        var cycle = new FilterCycle(model, new Inflated(filter.Analysis.On(grid), filter.Inflation), steps, ensemble);
        var observations = Seen(settings, filter, grid);
        var windows = settings.Seen.Windows;
        var rows = new Increments(
            new States(windows - filter.BurnIn, grid.Points),
            new States(windows - filter.BurnIn, grid.Points),
            new States(windows - filter.BurnIn, grid.Points),
            AssimilationStage.Same(settings.Seen.Every, windows - filter.BurnIn));
        for (var window = 0; window < windows; window++)
        {
            cancel.ThrowIfCancellationRequested();
            var row = window - filter.BurnIn;
            at = window + 1;
            Keep(row, ensemble, rows.Before);
            cycle.Next(observations, observed[(2 * window) + 1], random["analysis"][window], forecast => Keep(
                row, forecast, rows.Forecast));
            Keep(row, ensemble, rows.Analysis);
            progress((window + 1.0) / windows);
        }

        return rows with { Looks = MemberLooks.Of(model) };
    }

    // The first snapshot cut to the modes that both its points and the model's carry, and white noise about it.
    private static States First(CycleSettings filter, States snapshot, int points, RandomSource random)
    {
        var band = new FourierBand((Math.Min(snapshot.Size, points) / 3) - 1);
        var start = band.Lift(band.Project(snapshot), points);
        var ensemble = new States(filter.Members, points);
        for (var member = 0; member < ensemble.Count; member++)
        {
            var row = ensemble[member];
            random[member].Normals(row);
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = start[0][i] + (filter.BackgroundDeviation * row[i]);
            }
        }

        return ensemble;
    }

    private static Observations Seen(MedidaSettings settings, CycleSettings filter, Grid grid)
    {
        var places = Places.Coordinates(settings);
        return Observations.At(
            grid, new States(places.Length, 1, places), filter.ObservationDeviation * filter.ObservationDeviation);
    }

    internal static void Keep(int row, States ensemble, States means)
    {
        if (row >= 0)
        {
            AssimilationStage.Mean(ensemble, means[row]);
        }
    }
}

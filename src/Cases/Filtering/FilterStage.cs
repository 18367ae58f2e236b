using Sci.Assimilation;
using Sci.Cases.Data;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Carries an ensemble through the observations of a file.</summary>
internal static class FilterStage
{
    public static FilterOutcome Run(
        FilterSettings settings, GivenObservations given, Action<double> progress, CancellationToken cancel)
    {
        var snapshots = given.Snapshots.Where(snapshot => snapshot.Values.Length > 0).ToArray();
        var random = new RandomSource(settings.Seed);
        var (members, at) = (Members(settings, random), 0);
        var model = new WatchedEnsemble(settings.System.Model(), () => (at, snapshots[at - 1].Time));
        var analysis = new Watched(
            new Inflated(settings.Assimilation.Analysis.On(model.Grid), settings.Assimilation.Inflation),
            settings.BurnIn);
        var filter = new AsynchronousFilter(model, analysis, members, snapshots[0].Time);
        var (means, deviations) = (new States(snapshots.Length, members.Size), new States(
            snapshots.Length, members.Size));
        for (var time = 0; time < snapshots.Length; time++)
        {
            cancel.ThrowIfCancellationRequested();
            at = time + 1;
            Assimilate(filter, Seen(settings, snapshots[time]), random["analysis"][time]);
            var (_, mean, deviation) = LastState.Of(members, []);
            mean.CopyTo(means[time]);
            deviation.CopyTo(deviations[time]);
            progress((time + 1.0) / snapshots.Length);
        }

        return new FilterOutcome(
            [.. snapshots.Select(snapshot => snapshot.Time)],
            [.. snapshots.Select(snapshot => snapshot.Values.Length)], means, deviations,
            [.. analysis.Innovations], [.. analysis.Expected],
            analysis.Consistency.ChiSquare, analysis.Consistency.ObservationVariance,
            analysis.Consistency.ForecastVariance, MemberLooks.Of(model));
    }

    private static void Assimilate(AsynchronousFilter filter, TimedObservations seen, RandomSource random)
    {
        try
        {
            filter.Assimilate(seen.Time, [seen], random);
        }
        catch (ArgumentException wrong)
        {
            throw new DataException($"A time of the observations cannot be used: {wrong.Message}", wrong);
        }
    }

    private static States Members(FilterSettings settings, RandomSource random)
    {
        var (system, start) = (settings.System, settings.Start);
        var model = system.Model();
        var members = new States(settings.Assimilation.Members, system.Grid.Points * system.Fields);
        random["members"].Normals(members.Values);
        var first = system.Start(model, start.SpinUp);
        for (var i = 0; i < members.Values.Length; i++)
        {
            members.Values[i] = first[i % first.Length] + (Math.Sqrt(start.Variance) * members.Values[i]);
        }

        model.Advance(members, (int)Math.Round(start.FreeRun / system.TimeStep));
        return members;
    }

    private static TimedObservations Seen(FilterSettings settings, GivenSnapshot snapshot)
    {
        var (grid, count) = (settings.System.Grid, snapshot.Values.Length);
        var deviation = snapshot.Errors.Length > 0 ? 0 : settings.ObservationDeviation
            ?? throw new DataException(
                "The observations have no errors; add them to the file, or give observation_deviation.");
        var variances = Enumerable.Range(0, count).Select(
            i => Math.Pow(snapshot.Errors.Length > 0 ? snapshot.Errors[i] : deviation, 2));
        var places = new States(count, 1, snapshot.Positions);
        return new TimedObservations(
            snapshot.Time,
            new Observations(
                Interpolation.Spectral(grid, places).OfFirst(grid.Points * settings.System.Fields),
                new IndependentErrors([.. variances]))
            {
                Places = places,
            },
            snapshot.Values);
    }
}

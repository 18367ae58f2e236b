using Sci.Assimilation;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>
/// Stage 3: forecasts the last snapshot of each window from those before it, and brings in what was observed.
/// </summary>
internal static class AssimilationStage
{
    public static Increments Run(
        MedidaSettings settings, States observed, RandomSource random, Action<double> progress,
        CancellationToken cancel)
    {
        if (settings.Assimilation is CycleSettings cycle)
        {
            if (settings.Seen.Given is { } given)
            {
                return GivenCycle.Run(settings, cycle, given, random, progress, cancel);
            }

            return CyclingStage.Run(settings, cycle, observed, random, progress, cancel);
        }

        var model = new OneStep(settings, Equation.Parse(settings.Grid.Line(), settings.Model.Equation), cancel);
        var windows = settings.Seen.Windows;
        if (settings.Assimilation is not EnkfSettings enkf)
        {
            var count = settings.Seen.Times.Count;
            return new Increments(
                OneStep.Column(observed, count, 2), model.Forecasts(observed, count),
                OneStep.Column(observed, count, 1), Same(model.Interval, windows));
        }

        var increments = new Increments(
            new States(windows, observed.Size), new States(windows, observed.Size), new States(windows, observed.Size),
            Same(model.Interval, windows));
        var ensemble = new States(enkf.Members, observed.Size);
        for (var window = 0; window < windows; window++)
        {
            cancel.ThrowIfCancellationRequested();
            var snapshots = observed.Slice(window * settings.Seen.Times.Count, settings.Seen.Times.Count);
            snapshots[snapshots.Count - 2].CopyTo(increments.Before[window]);
            var end = settings.Seen.Times[^1] + (window * settings.Seen.Every);
            Filter(enkf, model, (window + 1, end), snapshots, ensemble, random[window], increments);
            progress((window + 1.0) / windows);
        }

        return increments with { Looks = model.Looks };
    }

    // The members start about the last but one snapshot; the older one that Adams-Bashforth needs is not perturbed.
    private static void Filter(
        EnkfSettings enkf, OneStep model, (int Number, double Time) window, States snapshots, States ensemble,
        RandomSource random, Increments increments)
    {
        var start = snapshots[snapshots.Count - 2].ToArray();
        Workers.For(enkf.Members, member =>
        {
            var row = ensemble[member];
            random["background"][member].Normals(row);
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = start[i] + (enkf.BackgroundDeviation * row[i]);
            }
        });
        model.Forecast(snapshots, ensemble, window);
        Mean(ensemble, increments.Forecast[window.Number - 1]);
        var observations = Observations.Everything(
            ensemble.Size, enkf.ObservationDeviation * enkf.ObservationDeviation);
        new StochasticEnkf { Centered = false }
            .Mean(ensemble, observations, snapshots[snapshots.Count - 1], random["observations"])
            .CopyTo(increments.Analysis[window.Number - 1]);
    }

    /// <summary>Intervals of one length.</summary>
    internal static double[] Same(double interval, int count) => [.. Enumerable.Repeat(interval, count)];

    /// <summary>The mean over an ensemble's members.</summary>
    internal static void Mean(States ensemble, Span<double> mean)
    {
        mean.Clear();
        for (var member = 0; member < ensemble.Count; member++)
        {
            var row = ensemble[member];
            for (var i = 0; i < mean.Length; i++)
            {
                mean[i] += row[i];
            }
        }

        for (var i = 0; i < mean.Length; i++)
        {
            mean[i] /= ensemble.Count;
        }
    }
}

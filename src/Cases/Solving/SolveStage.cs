using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Runs a system and keeps its states.</summary>
internal static class SolveStage
{
    public const string Steps = "steps";
    public const string Tail = "spectral_tail";
    public const string Courant = "courant";

    private static readonly Dictionary<string, double[]> None = [];

    public static Solution Run(SolveSettings settings, string folder, Action<double> progress, CancellationToken cancel)
    {
        double[] times = [.. Enumerable.Range(0, settings.Saves + 1).Select(i => i * settings.Interval)];
        if (settings.System is TabulatedSystemSettings tabulated)
        {
            var (states, drifts) = tabulated.Solve(settings.Interval, settings.Saves);
            var figures = drifts.ToDictionary(pair => $"drift_{pair.Key}", pair => pair.Value);
            return new Solution(times, states, None, None, [], figures);
        }

        return Step(settings, times, folder, progress, cancel);
    }

    private static Solution Step(
        SolveSettings settings, double[] times, string folder, Action<double> progress, CancellationToken cancel)
    {
        var system = (ModelSystemSettings)settings.System;
        var model = Solved.Model(system, settings.Interval);
        var run = new Run(model, Solved.Start(settings, folder))
        {
            Watches = Solved.Watches(settings, model),
            Kick = Stirring(settings),
        };
        var (kept, interval) = (new States(times.Length, run.States.Size), (int)Math.Round(
            settings.Interval / model.TimeStep));
        var follower = new SolveFollower(settings);
        for (var left = (int)Math.Round(settings.SpinUp / model.TimeStep); left > 0; left -= interval)
        {
            cancel.ThrowIfCancellationRequested();
            run.Advance(Math.Min(left, interval));
        }

        for (var save = 0; save < times.Length; save++)
        {
            cancel.ThrowIfCancellationRequested();
            run.Advance(save == 0 ? 0 : interval);
            run.States[0].CopyTo(kept[save]);
            follower.Follow(kept[save]);
            progress((save + 1.0) / times.Length);
        }

        return follower.Solution(times, kept, run.Steps);
    }

    private static RingForcing? Stirring(SolveSettings settings) =>
        settings.Stirring is not { } ring ? null : new RingForcing(
        settings.System.Grid, ring.Wavenumber, ring.HalfWidth, ring.Rate, 0,
        new RandomSource(settings.Seed)["stirring"]);
}

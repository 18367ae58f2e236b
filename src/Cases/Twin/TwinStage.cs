using Sci.Assimilation;
using Sci.Assimilation.Experiments;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Runs twin experiments.</summary>
internal static class TwinStage
{
    // Between looks at progress and cancellation.
    private const int Some = 100;

    /// <summary>One run a seed, in parallel.</summary>
    public static IReadOnlyList<TwinOutcome> Run(
        TwinSettings settings, Action<double> progress, CancellationToken cancel)
    {
        var setting = settings.Setting();
        var outcomes = new TwinOutcome[settings.Seeds];
        var random = new RandomSource(settings.Seed);
        var (done, all) = (0L, (double)settings.Seeds * settings.Analyses);
        Workers.For(
            settings.Seeds,
            seed => outcomes[seed] = Run(settings, setting, random[seed], () =>
            {
                if (Interlocked.Increment(ref done) is var now && now % Some == 0)
                {
                    cancel.ThrowIfCancellationRequested();
                    progress(now / all);
                }
            }),
            cancel: cancel);
        return outcomes;
    }

    private static TwinOutcome Run(TwinSettings settings, Setting setting, RandomSource random, Action shown)
    {
        var method = settings.Assimilation;
        var free = settings.Steps(settings.Start.FreeRun);
        var model = new WatchedModel(
            setting.Truth,
            settings.Watch is { } limits && setting.Truth is SpectralModel solver
                ? limits.On(solver, WatchSettings.MeansAndSquares(solver.Equation)) : []);
        var (truth, start) = (setting.Draw(1, random["truth"]), setting.Draw(method.States, random["members"]));
        model.Advance(truth, free);
        setting.Model.Advance(start, free);
        var members = new WatchedEnsemble(setting.Model, () => Now(model, settings, free));
        // 4D-Var needs the tangent of the model itself.
        var seen = method is FourDVarMethodSettings ? setting : setting with { Model = members };
        var cycle = method.Cycle(seen, start, random["climatology"]);
        var watch = new TwinWatch(method.States, shown);
        new TwinExperiment
        {
            Truth = model,
            Observed = setting.Observed,
            StepsBetween = setting.StepsBetween,
            Cycles = setting.BurnIn + settings.Analyses,
            BurnIn = setting.BurnIn,
            Forecast = watch.Forecast,
            Analysis = watch.Analysis,
            Smoothed = cycle.Lag > 0 ? watch.Smoothed : [],
            Consistency = watch.Consistency,
        }.Run(truth, cycle, random);
        model.Look(truth);
        return watch.Outcome() with { Parameter = Parameter(cycle), Looks = MemberLooks.Of(members) };
    }

    // The truth goes before the members: the number of intervals that it has made.
    private static (int Cycle, double Time) Now(WatchedModel truth, TwinSettings settings, int free) =>
        ((int)Math.Round((truth.Time - (free * truth.TimeStep)) / settings.Observations.Every), truth.Time);

    // Mean and deviation of the estimates at the last time.
    private static (double Mean, double Deviation) Parameter(ICycle cycle) =>
        cycle is AugmentedCycle { Behind: var estimates }
            ? (estimates.Values.ToArray().Average(), Math.Sqrt(Spread.Variances(estimates)[0]))
            : (double.NaN, double.NaN);
}

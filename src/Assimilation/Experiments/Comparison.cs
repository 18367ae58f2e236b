using Sci.Numerics;

namespace Sci.Assimilation.Experiments;

/// <summary>Runs methods in settings.</summary>
public static class Comparison
{
    /// <summary>
    /// One twin experiment of a method, from its start to the last of <paramref name="cycles"/> observation times after
    /// burn-in.
    /// </summary>
    public static Outcome Run(Setting setting, Method method, int cycles, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(method);
        var random = new RandomSource(seed);
        var truth = setting.Draw(1, random["truth"]);
        var cycle = method.Cycle(setting, setting.Draw(method.Members, random["members"]), random["climatology"]);
        var (forecast, analysis, smoothed) = (new Scores(), new Scores(), new Scores());
        new TwinExperiment
        {
            Truth = setting.Model,
            Observed = setting.Observed,
            BurnIn = setting.BurnIn,
            StepsBetween = setting.StepsBetween,
            Cycles = setting.BurnIn + cycles,
            Forecast = [forecast],
            Analysis = [analysis],
            Smoothed = cycle.Lag > 0 ? [smoothed] : [],
        }.Run(truth, cycle, random);
        return new Outcome(
            forecast.Error(0), analysis.Error(0),
            cycle.Lag > 0 ? smoothed.Error(0) : null,
            forecast.Spread(0), analysis.Spread(0));
    }
}

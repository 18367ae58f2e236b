using System.Diagnostics;
using Sci.Assimilation;
using Sci.Numerics;
using Sci.Solvers;
using Sci.Surrogates;

namespace Sci.Cases;

/// <summary>Stage 4: the network in the place of the solver in a filter.</summary>
internal static class SurrogateFilterStage
{
    // The least of so many is what a busy machine disturbs least.
    private const int Timings = 15;

    public static SurrogateFilters Run(
        SurrogateSettings settings, SurrogateData data, TrainedNetwork trained, CancellationToken cancel) => new(
            Cycle(settings, data, Network(settings, trained), settings.Data.Every, cancel),
            Cycle(settings, data, settings.Data.Solver(), settings.Data.TimeStep, cancel));

    /// <summary>
    /// Microseconds that the network and the solver take for one member from one analysis to the next, on one thread.
    /// </summary>
    public static (double Network, double Solver) Speed(
        SurrogateSettings settings, SurrogateData data, TrainedNetwork trained)
    {
        var every = settings.Filter!.Observations.Every;
        return (Time(Network(settings, trained), settings.Data.Every), Time(
            settings.Data.Solver(), settings.Data.TimeStep));

        double Time(IModel model, double step) => Enumerable.Range(0, Timings).Min(_ =>
        {
            var state = data.Tests.Slice(0, 1).Clone();
            var watch = Stopwatch.StartNew();
            model.Advance(state, (int)Math.Round(every / step));
            return watch.Elapsed.TotalMicroseconds;
        });
    }

    private static NetworkModel Network(SurrogateSettings settings, TrainedNetwork trained) =>
        new(trained.Network, settings.Data.Grid.Line(), settings.Data.Every);

    private static SurrogateFilterOutcome Cycle(
        SurrogateSettings settings, SurrogateData data, IModel model, double step, CancellationToken cancel)
    {
        var (filter, method) = (settings.Filter!, settings.Filter!.Assimilation);
        var (seen, every) = (filter.Observations, filter.Observations.Every);
        var (truth, random) = (data.Tests.Slice(0, 1).Clone(), new RandomSource(settings.Seed)["filter"]);
        var members = Members(truth[0], method.Members, filter.StartVariance, random["members"]);
        var (forecast, analysis) = (new Scores(), new Scores());
        var cycle = new FilterCycle(
            model, new Inflated(method.Analysis.On(model.Grid), method.Inflation), (int)Math.Round(every / step),
            members);
        var observed = seen.Places.On(model.Grid, 1, seen.Variance);
        new TwinExperiment
        {
            Truth = settings.Data.Solver(),
            Observed = time =>
            {
                cancel.ThrowIfCancellationRequested();
                return observed(time);
            },
            StepsBetween = (int)Math.Round(every / settings.Data.TimeStep),
            Cycles = filter.BurnIn + filter.Analyses,
            BurnIn = filter.BurnIn,
            Forecast = [forecast],
            Analysis = [analysis],
        }.Run(truth, cycle, random);
        return new SurrogateFilterOutcome([.. forecast.Errors], [.. analysis.Errors], [.. analysis.Spreads]);
    }

    private static States Members(ReadOnlySpan<double> truth, int count, double variance, RandomSource random)
    {
        var members = new States(count, truth.Length);
        random.Normals(members.Values);
        for (var i = 0; i < members.Values.Length; i++)
        {
            members.Values[i] = truth[i % truth.Length] + (Math.Sqrt(variance) * members.Values[i]);
        }

        return members;
    }
}

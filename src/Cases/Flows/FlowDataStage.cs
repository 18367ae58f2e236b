using Sci.Numerics;

namespace Sci.Cases;

/// <summary>Stage 1: random starts and what the solver makes of them.</summary>
internal static class FlowDataStage
{
    public static FlowData Run(
        FlowDataSettings data, RandomSource random, Action<double> progress, CancellationToken cancel)
    {
        var (runs, tests) = (data.Runs * (data.Snapshots + 1.0), data.TestRuns * (data.TestSnapshots + 1.0));
        var share = runs / (runs + tests);
        var learnt = Snapshots(
            data, random["runs"], data.Runs, data.Snapshots, data.EveryPoint, part => progress(share * part), cancel);
        var kept = Snapshots(
            data, random["tests"], data.TestRuns, data.TestSnapshots, every: 1,
            part => progress(share + ((1 - share) * part)), cancel);
        return new FlowData(learnt, kept);
    }

    private static States Snapshots(
        FlowDataSettings data, RandomSource random, int runs, int snapshots, int every, Action<double> progress,
        CancellationToken cancel)
    {
        var (solver, state) = (data.Solver(), new States(runs, data.Points * data.Points));
        var kept = new States(runs * (snapshots + 1), state.Size / (every * every));
        for (var run = 0; run < runs; run++)
        {
            data.Initial.Fill(state[run], data.Points, random[run]);
        }

        for (var snapshot = 0; snapshot <= snapshots; snapshot++)
        {
            cancel.ThrowIfCancellationRequested();
            solver.Advance(state, (int)Math.Round((snapshot == 0 ? data.SpinUp : data.Every) / data.TimeStep));
            for (var run = 0; run < runs; run++)
            {
                FlowData.Thin(state[run], kept[(run * (snapshots + 1)) + snapshot], data.Points, every);
            }

            progress((snapshot + 1.0) / (snapshots + 1));
        }

        return kept;
    }
}

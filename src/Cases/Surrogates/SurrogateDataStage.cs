using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Stage 1: random starts and what the solver makes of them.</summary>
internal static class SurrogateDataStage
{
    // Steps between two looks at progress and Ctrl-C.
    private const int Stride = 200;

    public static SurrogateData Run(
        SurrogateDataSettings data, RandomSource random, Action<double> progress, CancellationToken cancel)
    {
        var model = data.Solver();
        var parts = (double)data.Runs / (data.Runs + data.TestRuns);
        var runs = Snapshots(
            model, data, random["runs"], data.Runs, data.Snapshots, data.EveryPoint, part => progress(parts * part),
            cancel);
        var tests = Snapshots(
            model, data, random["tests"], data.TestRuns, data.TestSnapshots, every: 1,
            part => progress(parts + ((1 - parts) * part)), cancel);
        return new SurrogateData(runs, tests);
    }

    private static States Snapshots(
        SpectralModel model, SurrogateDataSettings data, RandomSource random, int runs, int snapshots,
        int every, Action<double> progress, CancellationToken cancel)
    {
        var state = new States(runs, data.Grid.Points);
        Workers.For(runs, run => data.Initial.Fill(state[run], random[run]), cancel: cancel);
        var kept = new States(runs * (snapshots + 1), data.Grid.Points / every);
        for (var snapshot = 0; snapshot <= snapshots; snapshot++)
        {
            Advance(model, state, (int)Math.Round((snapshot == 0 ? data.SpinUp : data.Every) / data.TimeStep), cancel);
            for (var run = 0; run < runs; run++)
            {
                SurrogateData.Thin(state[run], kept[(run * (snapshots + 1)) + snapshot], every);
            }

            progress((snapshot + 1.0) / (snapshots + 1));
        }

        return kept;
    }

    private static void Advance(SpectralModel model, States state, int steps, CancellationToken cancel)
    {
        for (var done = 0; done < steps; done += Stride)
        {
            cancel.ThrowIfCancellationRequested();
            model.Advance(state, Math.Min(Stride, steps - done));
        }
    }
}

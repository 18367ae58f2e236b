using Sci.Numerics;
using Sci.Surrogates;

namespace Sci.Cases;

/// <summary>Stage 3: what the network makes of runs that it has not seen.</summary>
internal static class SurrogateTestStage
{
    public static SurrogateTests Run(
        SurrogateSettings settings, SurrogateData data, TrainedNetwork trained, CancellationToken cancel)
    {
        var coarse = SurrogateData.Thinned(data.Tests, settings.Data.EveryPoint);
        using var pairs = SurrogateData.Pairs(coarse, settings.Data.TestSnapshots, settings.Training.Type);
        var errors = Evaluation.Errors(trained.Network, pairs);
        double[] finer = [];
        if (settings.Network.TakesAnyGrid && settings.Data.EveryPoint > 1)
        {
            using var all = SurrogateData.Pairs(data.Tests, settings.Data.TestSnapshots, settings.Training.Type);
            finer = Evaluation.Errors(trained.Network, all);
        }

        cancel.ThrowIfCancellationRequested();
        if (settings.Rollout is not { } rollout)
        {
            return new SurrogateTests(errors, finer, [], [], double.NaN);
        }

        var model = new NetworkModel(
            trained.Network, (settings.Data.Grid with { Points = settings.Points }).Line(), settings.Data.Every);
        var (error, correlation) = Follow(model, coarse, settings.Data.TestSnapshots, rollout.Steps, cancel);
        return new SurrogateTests(errors, finer, error, correlation, Long(model, coarse, rollout.LongSteps, cancel));
    }

    private static (double[] Error, double[] Correlation) Follow(
        NetworkModel model, States tests, int snapshots, int steps, CancellationToken cancel)
    {
        var runs = tests.Count / (snapshots + 1);
        var state = SurrogateData.Rows(tests, [.. Enumerable.Range(0, runs).Select(run => run * (snapshots + 1))]);
        var (error, correlation) = (new double[steps], new double[steps]);
        for (var step = 0; step < steps; step++)
        {
            cancel.ThrowIfCancellationRequested();
            model.Advance(state);
            for (var run = 0; run < runs; run++)
            {
                var (distance, alike) = Compare(state[run], tests[(run * (snapshots + 1)) + step + 1]);
                error[step] += distance / runs;
                correlation[step] += alike / runs;
            }
        }

        return (error, correlation);
    }

    private static double Long(NetworkModel model, States tests, int steps, CancellationToken cancel)
    {
        if (steps == 0)
        {
            return double.NaN;
        }

        var state = tests.Slice(0, 1);
        model.Advance(state, steps - (steps / 10));
        var sum = 0.0;
        for (var step = 0; step < steps / 10; step++)
        {
            cancel.ThrowIfCancellationRequested();
            model.Advance(state);
            sum += Variance(state[0]);
        }

        var variance = Enumerable.Range(0, tests.Count).Average(row => Variance(tests[row]));
        return Math.Sqrt(sum / (steps / 10) / variance);
    }

    private static (double Distance, double Correlation) Compare(ReadOnlySpan<double> found, ReadOnlySpan<double> right)
    {
        var (off, norm, both, own) = (0.0, 0.0, 0.0, 0.0);
        var (meanFound, meanRight) = (Mean(found), Mean(right));
        for (var i = 0; i < found.Length; i++)
        {
            off += (found[i] - right[i]) * (found[i] - right[i]);
            norm += right[i] * right[i];
            both += (found[i] - meanFound) * (right[i] - meanRight);
            own += (found[i] - meanFound) * (found[i] - meanFound);
        }

        return (Math.Sqrt(off / norm), both / Math.Sqrt(own * found.Length * Variance(right)));
    }

    private static double Variance(ReadOnlySpan<double> field)
    {
        var (mean, sum) = (Mean(field), 0.0);
        foreach (var u in field)
        {
            sum += (u - mean) * (u - mean);
        }

        return sum / field.Length;
    }

    private static double Mean(ReadOnlySpan<double> field)
    {
        var sum = 0.0;
        foreach (var u in field)
        {
            sum += u;
        }

        return sum / field.Length;
    }
}

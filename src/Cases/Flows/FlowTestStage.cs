using Sci.Numerics;
using Sci.Surrogates;
using static TorchSharp.torch;

namespace Sci.Cases;

/// <summary>Stage 3: the network goes on by itself from the last given snapshot of each test run.</summary>
internal static class FlowTestStage
{
    public static FlowTests Run(
        PlaneFlowSettings settings, FlowData data, TrainedNetwork trained, CancellationToken cancel)
    {
        var (flow, whole) = ((FlowOperator)trained.Network, settings.Data);
        using var recording = no_grad();
        var (errors, steps, mean) = Follow(whole, data.Tests, settings.Training.Type, flow.call, cancel);
        var (linear, _, _) = Follow(whole, data.Tests, settings.Training.Type, flow.Linear, cancel);
        return new FlowTests(errors, linear, steps, mean);
    }

    /// <summary>Every snapshot of one number, run by run.</summary>
    public static States At(FlowDataSettings data, States tests, int snapshot) => SurrogateData.Rows(
        tests, [.. Enumerable.Range(0, data.TestRuns).Select(run => (run * (data.TestSnapshots + 1)) + snapshot)]);

    private static (double[] Errors, double[] Steps, double Mean) Follow(
        FlowDataSettings data, States tests, ScalarType type, Func<Tensor, Tensor> step, CancellationToken cancel)
    {
        var (off, norm, steps) = (new double[data.TestRuns], new double[data.TestRuns], new double[data.Predicted]);
        var (state, mean) = (FlowData.Fields(At(data, tests, data.Given), type), 0.0);
        for (var ahead = 1; ahead <= data.Predicted; ahead++)
        {
            cancel.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            state = scope.MoveToOuter(step(state));
            var right = FlowData.Fields(At(data, tests, data.Given + ahead), float64);
            var (distances, sizes) = (Squares(state.to(float64) - right), Squares(right));
            for (var run = 0; run < data.TestRuns; run++)
            {
                (off[run], norm[run]) = (off[run] + distances[run], norm[run] + sizes[run]);
                steps[ahead - 1] += Math.Sqrt(distances[run] / sizes[run]) / data.TestRuns;
            }

            mean = Math.Max(mean, (state.mean([1L, 2]).abs().max() / state.square().mean().sqrt()).ToDouble());
            right.Dispose();
        }

        return ([.. off.Zip(norm, (o, n) => Math.Sqrt(o / n))], steps, mean);
    }

    private static double[] Squares(Tensor fields) => fields.square().sum([1L, 2, 3]).data<double>().ToArray();
}

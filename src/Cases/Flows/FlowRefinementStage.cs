using System.Diagnostics;
using Sci.Numerics;
using Sci.Surrogates;
using static TorchSharp.torch;

namespace Sci.Cases;

/// <summary>Stage 4: forecasts of test runs, refined on the residual.</summary>
internal static class FlowRefinementStage
{
    public static FlowRefinements Run(
        PlaneFlowSettings settings, FlowData data, TrainedNetwork trained, Action<double> progress,
        CancellationToken cancel)
    {
        var runs = new List<RefinedRun>();
        for (var run = 0; run < settings.Refinement!.Runs; run++)
        {
            cancel.ThrowIfCancellationRequested();
            runs.Add(One(settings, data, (FlowOperator)trained.Network, run));
            progress((run + 1.0) / settings.Refinement.Runs);
        }

        return new FlowRefinements(
            [.. runs.Select(run => run.Before)], [.. runs.Select(run => run.After)],
            [.. runs.Select(run => run.Truth)], [.. runs.Select(run => run.Errors[0])],
            [.. runs.Select(run => run.Errors[1])], runs.Max(run => run.Curve.Count),
            runs[0].Curve, runs[0].Fields);
    }

    /// <summary>Microseconds of the first forecast, its refinement and the errors of both.</summary>
    /// <remarks>Taken anew in every run, as all times are: a stage's file holds nothing of the machine.</remarks>
    public static double Microseconds(PlaneFlowSettings settings, FlowData data, TrainedNetwork trained)
    {
        var watch = Stopwatch.StartNew();
        _ = One(settings, data, (FlowOperator)trained.Network, 0);
        return watch.Elapsed.TotalMicroseconds;
    }

    private static RefinedRun One(PlaneFlowSettings settings, FlowData data, FlowOperator flow, int run)
    {
        using var scope = NewDisposeScope();
        var (whole, refinement) = (settings.Data, settings.Refinement!);
        var first = run * (whole.TestSnapshots + 1);
        var given = FlowData.Fields(data.Tests.Slice(first, whole.Given + 1), float64).squeeze(-1);
        var right = FlowData.Fields(data.Tests.Slice(first + whole.Given + 1, whole.Predicted), float64).squeeze(-1);
        var last = given.narrow(0, whole.Given, 1).unsqueeze(-1).to(settings.Training.Type);
        var forecast = flow.Forecast(last, whole.Predicted);
        using var residual = new FlowResidual(whole.Flow, given, whole.Predicted, whole.Every, refinement.Order);
        var refined = new SpectralRefiner(residual, forecast).Refine(
            refinement.Method.Method, refinement.Norm == ResidualNorm.L2 ? 0 : -1, refinement.Steps);
        var truth = residual.Norm(residual.Of(residual.Analyse(right)), -1).ToDouble();
        Tensor[] both = [forecast.Vorticity.to(float64), refined.Vorticity];
        double[] errors = Array.ConvertAll(
            both, each => ((each - right).square().sum() / right.square().sum()).sqrt().ToDouble());
        var fields = new States(3, whole.Points * whole.Points);
        foreach (var (row, snapshots) in both.Append(right).Index())
        {
            snapshots.narrow(0, whole.Predicted - 1, 1).contiguous().data<double>().CopyTo(fields[row]);
        }

        return new RefinedRun(refined.Before, refined.After, refined.Curve, truth, errors, fields);
    }

    // Without tensors, which live no longer than their run.
    private sealed record RefinedRun(
        double Before, double After, IReadOnlyList<double> Curve, double Truth, double[] Errors, States Fields);
}

using Sci.Numerics;
using Sci.Solvers;
using Sci.Testing;
using static TorchSharp.torch;

namespace Sci.Surrogates.Tests;

// One after the other: libtorch has one generator of random numbers for all.
[Collection("libtorch")]
public sealed class SpectralRefinerTests
{
    private const int Points = 16;

    private static readonly DiagonalForcing Flow = new(Viscosity: 5e-3, Amplitude: 0.5);

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void The_residual_of_the_solvers_snapshots_falls_at_the_order_of_the_differences(int order)
    {
        using var scope = NewDisposeScope();
        var study = Convergence.Of([0.1, 0.05, 0.025], every =>
        {
            var snapshots = Snapshots(every, order + 1);
            using var residual = new FlowResidual(Flow, snapshots.narrow(0, 0, order), 1, every, order);
            var modes = residual.Analyse(snapshots.narrow(0, order, 1));
            return residual.Norm(residual.Of(modes), -1).ToDouble();
        });

        Assert.True(Math.Abs(study.Order - order) < 0.25, study.ToString());
    }

    [Fact]
    public void The_norm_of_L2_is_the_root_of_the_mean_square_over_the_square()
    {
        using var scope = NewDisposeScope();
        var snapshots = Snapshots(0.1, 3);
        using var residual = new FlowResidual(Flow, snapshots.narrow(0, 0, 1), 2, 0.1, 1);
        var modes = residual.Analyse(snapshots.narrow(0, 1, 2));

        var fields = residual.Synthesise(modes);

        Assert.Equal(
            Math.Sqrt(2 * fields.square().mean().ToDouble()), residual.Norm(modes, 0).ToDouble(), 1e-12);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_gradient_agrees_with_central_differences(bool isScaled)
    {
        using var scope = NewDisposeScope();
        var (residual, forecast, _) = Forecast();
        var objective = new SpectralRefiner(residual, forecast).Objective(isScaled, -1);
        var random = new RandomSource(9)["unknowns"];
        double[] unknowns = [.. Enumerable.Range(0, objective.Count).Select(_ => 0.1 * random.Normal())];

        Assert.True(Some.GradientError(objective, unknowns, every: objective.Count / 25) < 1e-8);
    }

    [Theory]
    [InlineData(true, -1)]
    [InlineData(true, 0)]
    [InlineData(false, -1)]
    [InlineData(false, 0)]
    public void Refinement_cuts_the_residual_and_the_error_and_keeps_the_mean(bool byGradients, int smoothness)
    {
        using var scope = NewDisposeScope();
        var (residual, forecast, right) = Forecast();

        IRefinement method = byGradients ? new QuasiNewtonRefinement(50) : new MultisecantRefinement();

        using var refined = new SpectralRefiner(residual, forecast).Refine(method, smoothness, 50);

        Assert.InRange(refined.Curve.Count, 1, 50);
        Assert.True(refined.After < refined.Before / 30, $"{refined.Before} to {refined.After}");
        var (before, after) = (Error(forecast.Vorticity, right), Error(refined.Vorticity, right));
        Assert.True(after < before / 5, $"{before} to {after}");
        Assert.True(refined.Vorticity.mean([1L, 2]).abs().max().ToDouble() < 1e-15);
    }

    [Fact]
    public void Adam_on_the_weights_makes_the_residual_smaller()
    {
        using var scope = NewDisposeScope();
        var (residual, forecast, _) = Forecast();

        using var refined = new SpectralRefiner(residual, forecast).Refine(new AdamRefinement(0.01), -1, 20);

        Assert.Equal(20, refined.Curve.Count);
        Assert.True(refined.After < refined.Before);
    }

    [Fact]
    public void Fewer_known_snapshots_than_the_order_are_refused()
    {
        using var scope = NewDisposeScope();
        using var few = zeros([2, Points, Points], float64);

        Assert.Throws<ArgumentException>(() => new FlowResidual(Flow, few, 3, 0.1, 3));
    }

    // A forecast that is off by a tenth of smooth fields, and random features.
    private static (FlowResidual Residual, FlowForecast Forecast, Tensor Right) Forecast()
    {
        manual_seed(7);
        const int Count = 4;
        var snapshots = Snapshots(0.2, 4 + Count);
        var residual = new FlowResidual(Flow, snapshots.narrow(0, 0, 4), Count, 0.2, 4);
        var right = snapshots.narrow(0, 4, Count);
        var wrong = residual.Synthesise(residual.Analyse(randn(right.shape, float64)) * Smooth(residual));
        var features = randn([Count, 6, Points, Points], float64);
        return (residual, new FlowForecast(right + (0.1 * wrong), features), right);
    }

    private static Tensor Smooth(FlowResidual residual) => tensor(
        [.. residual.Squares.Select(square => 1 / (1 + (square / 100)))], [1, residual.Waves, 1], float64);

    private static double Error(Tensor found, Tensor right) =>
        ((found - right).square().sum() / right.square().sum()).sqrt().ToDouble();

    private static Tensor Snapshots(double every, int count)
    {
        var state = new States(1, Points * Points);
        for (var at = 0; at < state.Size; at++)
        {
            var (y, x) = (2 * Math.PI * (at / Points) / Points, 2 * Math.PI * (at % Points) / Points);
            state.Values[at] = Math.Sin(x) + (0.7 * Math.Cos(y)) + (0.4 * Math.Sin((2 * x) - y));
        }

        const double Step = 0.0125;
        var steps = (int)Math.Round(every / Step);
        var model = new SpectralModel(
            new PlaneFlow { Beta = 0, Drag = 0, Viscosity = Flow.Viscosity, ViscosityPower = 1, Forcing = Flow.At }
                .On(Grid.Box(Points, Points, 1, 1)),
            new Etdrk4(Step), Dealiasing.TwoThirds);
        var values = new List<double>();
        // The last at the same time, whatever the distance.
        model.Advance(state, 160 - (count * steps));
        for (var snapshot = 0; snapshot < count; snapshot++)
        {
            model.Advance(state, steps);
            values.AddRange(state.Values);
        }

        return tensor(values.ToArray(), [count, Points, Points], float64);
    }
}

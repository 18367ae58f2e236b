using MathNet.Numerics.LinearAlgebra;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation.Tests;

public sealed class SmootherTests
{
    private const int Size = 6;
    private const int Members = 9;

    private static readonly LinearModel Model = new(Size);
    private static readonly Observations Seen = Observations.Subset(Model.Grid, 1, [0, 2, 3], 0.5);

    public static TheoryData<string> Cycles =>
        ["filter", "lagged", "backward", "Gauss-Newton, lag 1", "Gauss-Newton, lag 3", "annealing, lag 2"];

    [Theory]
    [MemberData(nameof(Cycles))]
    public void Of_a_linear_model_every_cycle_is_the_Kalman_filter_at_the_newest_time(string kind)
    {
        var cycle = Cycle(kind, Some.Ensemble(Members, Size, 1));
        var start = Some.Ensemble(Members, Size, 1);
        var (mean, covariance) = (Some.Mean(start), Some.Covariance(start));
        var m = Propagator(1);
        for (var time = 0; time < 6; time++)
        {
            var y = Some.Vector(3, (ulong)time);
            cycle.Next(Seen, y, new RandomSource((ulong)time), forecast: null);
            (mean, covariance) = Some.Kalman(m * mean, m * covariance * m.Transpose(), Seen, y);
            Some.Near(mean, Some.Mean(cycle.Ensemble), 1e-8);
            Some.Near(covariance.Enumerate(), Some.Covariance(cycle.Ensemble).Enumerate(), 1e-8);
        }
    }

    // All observations from the first time to the fourth, as observations of the state at the smoothed time.
    [Theory]
    [InlineData("lagged", 1)]
    [InlineData("backward", 1)]
    [InlineData("Gauss-Newton, lag 3", 0)]
    public void Of_a_linear_model_the_smoothed_ensemble_is_the_Kalman_smoothers(string kind, int smoothedTime)
    {
        var cycle = Cycle(kind, Some.Ensemble(Members, Size, 1));
        var prior = Some.Ensemble(Members, Size, 1);
        Model.Advance(prior, smoothedTime);
        var lastTime = smoothedTime + 3;
        var rows = new List<Vector<double>>();
        var all = new List<double>();
        for (var time = 1; time <= lastTime; time++)
        {
            var y = Some.Vector(3, (ulong)time);
            cycle.Next(Seen, y, new RandomSource((ulong)time), forecast: null);
            rows.AddRange((Some.Matrix(Seen.Operator) * Propagator(time - smoothedTime)).EnumerateRows());
            all.AddRange(y);
        }

        var h = new ObservedFunction(Size, all.Count, (state, observed) =>
        {
            for (var j = 0; j < observed.Length; j++)
            {
                observed[j] = rows[j] * Vector<double>.Build.DenseOfArray(state.ToArray());
            }
        });
        var (mean, covariance) = Some.Kalman(Some.Mean(prior), Some.Covariance(prior),
            new Observations(h, IndependentErrors.Uniform(all.Count, 0.5)), [.. all]);
        Some.Near(mean, Some.Mean(cycle.Smoothed!), 1e-8);
        Some.Near(covariance.Enumerate(), Some.Covariance(cycle.Smoothed!).Enumerate(), 1e-8);
    }

    [Fact]
    public void Of_a_linear_model_the_finite_size_smoother_finds_the_mean_of_the_finite_size_filter()
    {
        var filtered = new FilterCycle(
            Model, new FiniteSizePrimal { Certainty = 1 }, 1, Some.Ensemble(Members, Size, 1));
        var smoothed = Iterative(1, 60, new GaussNewton { Certainty = 1 }, Some.Ensemble(Members, Size, 1));
        double[] y = [4, -3, 5];
        filtered.Next(Seen, y, new RandomSource(1), null);
        smoothed.Next(Seen, y, new RandomSource(1), null);
        Some.Near(Some.Mean(filtered.Ensemble), Some.Mean(smoothed.Ensemble), 1e-7);
    }

    // Prior N(1, v), observed x² = 1.5 with variance 0.01: one linear step stops short, iterations find the minimum of
    // (x-1)²/v + (1.5 - x²)²/0.01; the members' finite spread leaves an error of order v.
    [Fact]
    public void Of_a_nonlinear_observation_the_iteration_finds_the_most_likely_state()
    {
        const double v = 1e-2;
        var squares = new Observations(
            new ObservedFunction(3, 1, (state, seen) => seen[0] = state[0] * state[0]), new IndependentErrors([0.01]));
        var start = new States(3, 3);
        var spread = Math.Sqrt(v);
        (start[0][0], start[1][0], start[2][0]) = (1, 1 + spread, 1 - spread);
        var cycle = new IterativeCycle(new Still(), 1, 1, new GaussNewton { Certainty = null }, start)
        {
            Inflation = 1,
            Iterations = 50,
            Tolerance = 1e-12,
        };
        cycle.Next(squares, [1.5], new RandomSource(1), null);
        double low = 1, high = 1.5;
        while (high - low > 1e-14)
        {
            var x = (low + high) / 2;
            (low, high) = ((x - 1) / v) - ((1.5 - (x * x)) * 2 * x / 0.01) > 0 ? (low, x) : (x, high);
        }

        Some.Near(low, Some.Mean(cycle.Ensemble)[0], v / 2);
    }

    private static Matrix<double> Propagator(int steps)
    {
        var unit = new States(Size, Size);
        for (var i = 0; i < Size; i++)
        {
            unit[i][i] = 1;
        }

        var one = unit.Clone();
        Model.Advance(one, 1);
        return Some.Matrix(one).Transpose().Power(steps);
    }

    private static ICycle Cycle(string kind, States ensemble) => kind switch
    {
        "filter" => new FilterCycle(Model, new SquareRoot(), 1, ensemble),
        "lagged" => new LaggedCycle(Model, new SquareRoot(), 1, 3, ensemble),
        "backward" => new BackwardCycle(Model, new SquareRoot(), 1, 3, ensemble),
        "Gauss-Newton, lag 1" => Iterative(1, 4, new GaussNewton { Certainty = null }, ensemble),
        "Gauss-Newton, lag 3" => Iterative(3, 4, new GaussNewton { Certainty = null }, ensemble),
        _ => Iterative(2, 3, new Annealing(), ensemble),
    };

    private static IterativeCycle Iterative(int lag, int iterations, IWindowStep step, States ensemble) =>
        new(Model, 1, lag, step, ensemble) { Inflation = 1, Iterations = iterations, Tolerance = 0 };

    private sealed class Still : IModel
    {
        public Grid Grid { get; } = Grid.Line(3, 3);

        public double TimeStep => 1;

        public void Advance(States states, int steps = 1)
        {
        }
    }
}

using MathNet.Numerics.LinearAlgebra;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation.Tests;

public sealed class StaticAnalysisTests
{
    private static readonly Observations Seen = Some.Correlated(5, [0, 2, 3]);
    private static readonly States Run = Some.Ensemble(50, 5, 1);
    private static readonly double[] Y = Some.Vector(3, 2);

    [Fact]
    public void The_background_has_the_mean_and_covariance_of_its_run()
    {
        var background = Background.Of(Run);
        var factor = Some.Matrix(background.Factor);
        Some.Near(Some.Mean(Run), background.Mean, 1e-13);
        Some.Near(Some.Covariance(Run).Enumerate(), factor.TransposeThisAndMultiply(factor).Enumerate(), 1e-12);
    }

    [Fact]
    public void Three_dimensional_variational_analysis_is_the_Kalman_update_of_its_forecast()
    {
        var state = Some.Ensemble(2, 5, 3);
        var (expected, _) = Some.Kalman(
            Vector<double>.Build.DenseOfArray(state[1].ToArray()), Some.Covariance(Run) * 0.3, Seen, Y);
        new ThreeDVar(Background.Of(Run).Scaled(0.3)).Update(state, Seen, Y, new RandomSource(1));
        Some.Near(expected, state[1].ToArray(), 1e-11);
    }

    [Fact]
    public void Optimal_interpolation_is_the_Kalman_update_of_the_climatology()
    {
        var (expected, _) = Some.Kalman(Some.Mean(Run), Some.Covariance(Run), Seen, Y);
        var state = new States(1, 5);
        new OptimalInterpolation(Background.Of(Run)).Update(state, Seen, Y, new RandomSource(1));
        Some.Near(expected, state[0].ToArray(), 1e-11);
        new Climatology(Background.Of(Run)).Update(state, Seen, Y, new RandomSource(1));
        Some.Near(Some.Mean(Run), state[0].ToArray(), 1e-13);
    }

    // x_b + B Mᵀ Hᵀ (H M B Mᵀ Hᵀ + R)⁻¹ (y - H M x_b) at the start of the window, carried to its end.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_a_linear_model_variational_analysis_over_a_window_is_the_Kalman_update_at_its_start(bool correlated)
    {
        var model = new LinearModel(5);
        var observations = correlated ? Seen : Observations.Subset(model.Grid, 1, [0, 2, 3], 0.3);
        var state = States.Of([1, 2, 0, -1, 3]);
        var through = new Observations(
            new ObservedFunction(5, 3, (from, seen) =>
            {
                var end = States.Of(from);
                model.Advance(end, 2);
                observations.Operator.Apply(end[0], seen);
            }),
            observations.Errors);
        var (expected, _) = Some.Kalman(
            Vector<double>.Build.DenseOfArray(state[0].ToArray()), Some.Covariance(Run), through, Y);
        var cycle = new FourDVarCycle(model, 2, 1, Background.Of(Run), state) { Iterations = 2, Tolerance = 0 };
        cycle.Next(observations, Y, new RandomSource(1), null);
        Some.Near(expected, cycle.Smoothed![0].ToArray(), 1e-9);
        var end = States.Of(expected.ToArray());
        model.Advance(end, 2);
        Some.Near(end[0].ToArray(), cycle.Ensemble[0].ToArray(), 1e-9);
    }

    // The state at the end of one interval has covariance M B Mᵀ + Q.
    [Fact]
    public void Of_a_linear_model_the_weak_constraint_is_the_Kalman_update_with_the_models_error()
    {
        var model = new LinearModel(5);
        var error = Background.Of(Some.Ensemble(40, 5, 9)).Scaled(0.4);
        var state = States.Of([1, 2, 0, -1, 3]);
        var units = new States(5, 5, [.. Enumerable.Range(0, 25).Select(i => i % 6 == 0 ? 1.0 : 0)]);
        model.Advance(units, 2);
        var m = Some.Matrix(units).Transpose();
        var q = Some.Matrix(error.Factor);
        var prior = (m * Some.Covariance(Run) * m.Transpose()) + q.TransposeThisAndMultiply(q);
        var (expected, _) = Some.Kalman(m * Vector<double>.Build.DenseOfArray(state[0].ToArray()), prior, Seen, Y);
        var cycle = new FourDVarCycle(model, 2, 1, Background.Of(Run), state) { Iterations = 2, Tolerance = 0, ModelError = error };
        cycle.Next(Seen, Y, new RandomSource(1), null);
        Some.Near(expected, cycle.Ensemble[0].ToArray(), 1e-9);
    }

    [Fact]
    public void The_weak_constraint_with_a_vanishing_error_is_the_strong_one()
    {
        var model = new Lorenz96(8, 8, 0.05);
        var background = Background.Of(Some.Ensemble(40, 8, 1)).Scaled(0.1);
        var observations = Observations.Subset(model.Grid, 1, [0, 3, 5], 0.5);
        double[] start = [2, 3, 1, 5, -2, 0, 4, 1];
        FourDVarCycle Cycle(double error) => new(model, 2, 3, background, States.Of(start))
        {
            Iterations = 20,
            Tolerance = 1e-10,
            ModelError = background.Scaled(error),
        };
        var (strong, weak) = (Cycle(0), Cycle(1e-14));
        for (var time = 0; time < 5; time++)
        {
            strong.Next(observations, Some.Vector(3, (ulong)time), new RandomSource(1), null);
            weak.Next(observations, Some.Vector(3, (ulong)time), new RandomSource(1), null);
            Some.Near(strong.Ensemble[0].ToArray(), weak.Ensemble[0].ToArray(), 1e-6);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1)]
    public void A_hybrid_mean_is_the_Kalman_update_of_the_mixed_covariance_and_its_anomalies_are_the_inner_ones(double share)
    {
        var (ensemble, inner) = (Some.Ensemble(7, 5, 3), Some.Ensemble(7, 5, 3));
        var (expected, _) = Some.Kalman(
            Some.Mean(ensemble), (Some.Covariance(ensemble) * (1 - share)) + (Some.Covariance(Run) * share), Seen, Y);
        new Hybrid(new SquareRoot(), Background.Of(Run), share).Update(ensemble, Seen, Y, new RandomSource(1));
        new SquareRoot().Update(inner, Seen, Y, new RandomSource(1));
        Some.Near(expected, Some.Mean(ensemble), 1e-10);
        Some.Near(Some.Covariance(inner).Enumerate(), Some.Covariance(ensemble).Enumerate(), 1e-12);
    }

    [Fact]
    public void Inversion_of_a_linear_map_in_many_gentle_steps_is_one_analysis()
    {
        var (many, one) = (Some.Ensemble(8, 5, 1), Some.Ensemble(8, 5, 1));
        new KalmanInversion(new SquareRoot(), 7).Update(many, Seen, Y, new RandomSource(1));
        new SquareRoot().Update(one, Seen, Y, new RandomSource(1));
        Some.Near(one.Values.ToArray(), many.Values.ToArray(), 1e-10);
    }

    // Weights scatter so that the mean of N particles is off by about the posterior deviation times a few over √N.
    [Fact]
    public void Many_particles_find_the_Kalman_mean_and_covariance()
    {
        const int members = 40_000;
        var ensemble = new States(members, 2);
        new RandomSource(1).Normals(ensemble.Values);
        var observations = new Observations(WeightedSums.Of(2, [0]), new IndependentErrors([0.5]));
        new ParticleFilter { Jitter = 0 }.Update(ensemble, observations, [0.9], new RandomSource(2));
        Some.Near([0.6, 0], Some.Mean(ensemble), 6 / Math.Sqrt(members));
        Some.Near([1.0 / 3, 0, 0, 1], Some.Covariance(ensemble).Enumerate(), 10 / Math.Sqrt(members));
    }

    // The kernel's draws have a mean and a covariance of their own, off by a few over √N.
    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    public void The_kernel_of_the_particles_keeps_their_mean_and_covariance(double jitter)
    {
        const int members = 40_000;
        var ensemble = new States(members, 2);
        new RandomSource(1).Normals(ensemble.Values);
        var observations = new Observations(WeightedSums.Of(2, [0]), new IndependentErrors([0.5]));
        new ParticleFilter { Jitter = jitter }.Update(ensemble, observations, [0.9], new RandomSource(2));
        Some.Near([0.6, 0], Some.Mean(ensemble), 8 / Math.Sqrt(members));
        Some.Near([1.0 / 3, 0, 0, 1], Some.Covariance(ensemble).Enumerate(), 15 / Math.Sqrt(members));
        Assert.Equal(members, ensemble.Values.ToArray().Chunk(2).Select(member => member[0]).Distinct().Count());
    }

    [Fact]
    public void Particles_that_have_lost_the_truth_find_it_again()
    {
        var ensemble = new States(500, 2);
        new RandomSource(1).Normals(ensemble.Values);
        var observations = Observations.Everything(2, 1);
        for (var time = 0; time < 5; time++)
        {
            new ParticleFilter { Jitter = 0.3 }.Update(ensemble, observations, [30, -40], new RandomSource(2)[time]);
        }

        Some.Near([30, -40], Some.Mean(ensemble), 1);
    }
}

using MathNet.Numerics.LinearAlgebra;
using Sci.Numerics;

namespace Sci.Assimilation.Tests;

public sealed class AsynchronousTests
{
    private static readonly LinearModel Model = new(6);

    [Fact]
    public void Of_a_linear_model_observations_taken_in_late_say_what_they_would_have_said_in_time()
    {
        var window = new[] { Seen(1, [0, 2]), Seen(2, [1, 3, 4]), Seen(4, [5]) };
        var (late, mean, covariance) = Start();
        late.Assimilate(5, window, new RandomSource(1));
        foreach (var (observed, before) in window.Zip([0.0, 1, 2]))
        {
            (mean, covariance) = Forecast(mean, covariance, (int)(observed.Time - before));
            (mean, covariance) = Some.Kalman(mean, covariance, observed.Observations, observed.Y);
        }

        (mean, covariance) = Forecast(mean, covariance, 1);
        Some.Near(mean, Some.Mean(late.Ensemble), 1e-9);
        Some.Near(covariance.Enumerate(), Some.Covariance(late.Ensemble).Enumerate(), 1e-9);
        Assert.Equal(5, late.Time);
    }

    [Fact]
    public void Observations_at_the_analysis_are_those_of_a_filter()
    {
        var (filter, _, _) = Start();
        var other = Some.Ensemble(9, 6, 1);
        var seen = Seen(2, [0, 3]);
        filter.Assimilate(2, [seen], new RandomSource(1));
        Model.Advance(other, 2);
        new SquareRoot().Update(other, seen.Observations, seen.Y, new RandomSource(1));
        Some.Near(other.Values.ToArray(), filter.Ensemble.Values.ToArray(), 0);
    }

    [Fact]
    public void A_window_without_observations_is_a_forecast()
    {
        var (filter, _, _) = Start();
        var other = Some.Ensemble(9, 6, 1);
        filter.Assimilate(3, [], new RandomSource(1));
        Model.Advance(other, 3);
        Some.Near(other.Values.ToArray(), filter.Ensemble.Values.ToArray(), 0);
    }

    [Fact]
    public void A_cycle_with_windows_of_one_time_is_a_filter_and_with_longer_ones_the_asynchronous_filter()
    {
        var (one, plain, three) = (Some.Ensemble(9, 6, 1), Some.Ensemble(9, 6, 1), Some.Ensemble(9, 6, 1));
        var (whole, _, _) = Start();
        var single = new AsynchronousCycle(Model, new SquareRoot(), 1, 1, one);
        var filter = new FilterCycle(Model, new SquareRoot(), 1, plain);
        var windows = new AsynchronousCycle(Model, new SquareRoot(), 1, 3, three);
        var forecasts = 0;
        for (var time = 1; time <= 3; time++)
        {
            var seen = Seen(time, [0, 3]);
            single.Next(seen.Observations, seen.Y, new RandomSource(1), null);
            filter.Next(seen.Observations, seen.Y, new RandomSource(1), null);
            windows.Next(seen.Observations, seen.Y, new RandomSource(1), _ => forecasts++);
        }

        whole.Assimilate(3, [Seen(1, [0, 3]), Seen(2, [0, 3]), Seen(3, [0, 3])], new RandomSource(1));
        Assert.Equal(plain.Values, one.Values);
        Assert.Equal(whole.Ensemble.Values, three.Values);
        Assert.Equal(3, forecasts);
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(-1)]
    public void A_time_that_the_members_do_not_come_to_is_refused(double time)
    {
        var (filter, _, _) = Start();
        Assert.Throws<ArgumentException>(() => filter.Assimilate(3, [Seen(time, [0])], new RandomSource(1)));
    }

    [Fact]
    public void Errors_of_joined_observations_are_each_sets_own()
    {
        var joined = new JoinedErrors([IndependentErrors.Uniform(2, 0.3), Some.Correlated(9, [1, 2, 3]).Errors]);
        var r = Some.Matrix(joined);
        Some.Near([0.3, 0, 0], new[] { r[0, 0], r[0, 1], r[1, 4] }, 1e-15);
        Some.Near(
            Some.Matrix(Some.Correlated(9, [1, 2, 3]).Errors).Enumerate(), r.SubMatrix(2, 3, 2, 3).Enumerate(), 1e-14);
        Some.Near(0.5, joined.Variance(4), 1e-15);
        Assert.False(joined.Independent);
    }

    private static (AsynchronousFilter, Vector<double>, Matrix<double>) Start()
    {
        var ensemble = Some.Ensemble(9, 6, 1);
        return (new AsynchronousFilter(Model, new SquareRoot(), ensemble, 0), Some.Mean(ensemble), Some.Covariance(ensemble));
    }

    private static TimedObservations Seen(double time, int[] indices) =>
        new(time, Observations.Subset(Model.Grid, 1, indices, 0.4), Some.Vector(indices.Length, (ulong)(10 + time)));

    private static (Vector<double>, Matrix<double>) Forecast(
        Vector<double> mean, Matrix<double> covariance, int steps)
    {
        var units = new States(6, 6, [.. Enumerable.Range(0, 36).Select(i => i % 7 == 0 ? 1.0 : 0)]);
        Model.Advance(units, steps);
        var m = Some.Matrix(units).Transpose();
        return (m * mean, m * covariance * m.Transpose());
    }
}

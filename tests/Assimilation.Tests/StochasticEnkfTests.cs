using MathNet.Numerics.LinearAlgebra;
using Sci.Numerics;

namespace Sci.Assimilation.Tests;

public sealed class StochasticEnkfTests
{
    private static readonly StochasticEnkf Filter = new() { Centered = true };

    public static TheoryData<int, int, string> Shapes => new()
    {
        { 30, 12, "everything" }, { 8, 12, "everything" }, { 30, 12, "subset" }, { 4, 12, "subset" },
        { 30, 12, "correlated" }, { 3, 12, "correlated" }, { 150, 140, "everything" }, { 140, 150, "everything" },
        { 70, 50, "everything" }, { 61, 61, "unlike" }, { 29, 100, "everything" }, { 30, 90, "subset" },
        { 150, 140, "unlike" }, { 140, 150, "unlike" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void With_centered_errors_the_mean_is_the_Kalman_filters_of_the_sample_covariance(
        int members, int size, string what)
    {
        var observations = Observed(what, size);
        var ensemble = Some.Ensemble(members, size, 1);
        var y = Some.Vector(observations.Count, 2);
        var (mean, _) = Some.Kalman(Some.Mean(ensemble), Some.Covariance(ensemble), observations, y);
        Filter.Update(ensemble, observations, y, new RandomSource(3));
        Some.Near(mean, Some.Mean(ensemble), 1e-11);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_mean_alone_is_the_mean_of_the_updated_members(int members, int size, string what)
    {
        var observations = Observed(what, size);
        var ensemble = Some.Ensemble(members, size, 1);
        var y = Some.Vector(observations.Count, 2);
        var filter = new StochasticEnkf { Centered = false };
        var mean = filter.Mean(ensemble, observations, y, new RandomSource(3));
        filter.Update(ensemble, observations, y, new RandomSource(3));
        Some.Near(Some.Mean(ensemble), mean, 1e-11);
    }

    // Entries of a sample covariance over N members scatter by about √(2/N) of the product of the deviations.
    [Fact]
    public void With_many_members_it_is_the_Kalman_filter_over_cycles_of_a_linear_model()
    {
        const int members = 40_000;
        var model = Matrix<double>.Build.DenseOfArray(new[,] { { 0.9, 0.3, 0 }, { -0.3, 0.9, 0.1 }, { 0, 0.2, 0.8 } });
        var observations = new Observations(WeightedSums.Of(3, [0, 2]), new IndependentErrors([0.5, 2]));
        var ensemble = new States(members, 3);
        new RandomSource(1).Normals(ensemble.Values);
        var mean = Vector<double>.Build.Dense(3);
        var covariance = Matrix<double>.Build.DenseIdentity(3);
        var filter = new StochasticEnkf { Centered = false };
        for (var cycle = 0; cycle < 5; cycle++)
        {
            var y = Some.Vector(2, (ulong)cycle);
            (Some.Matrix(ensemble) * model.Transpose()).EnumerateRows().SelectMany(row => row).ToArray().CopyTo(
                ensemble.Values);
            (mean, covariance) = (model * mean, model * covariance * model.Transpose());
            filter.Update(ensemble, observations, y, new RandomSource(9)[cycle]);
            (mean, covariance) = Some.Kalman(mean, covariance, observations, y);
        }

        var tolerance = 5 * Math.Sqrt(2.0 / members);
        Some.Near(mean, Some.Mean(ensemble), tolerance);
        Some.Near(covariance.Enumerate(), Some.Covariance(ensemble).Enumerate(), tolerance);
    }

    [Fact]
    public void Without_observations_nothing_changes()
    {
        var ensemble = Some.Ensemble(5, 4, 1);
        var before = ensemble.Clone();
        Filter.Update(
            ensemble, new Observations(WeightedSums.Of(4, []), new IndependentErrors([])), [], new RandomSource(1));
        Assert.Equal(before.Values, ensemble.Values);
    }

    [Fact]
    public void The_order_of_the_members_does_not_matter_to_the_mean()
    {
        var ensemble = Some.Ensemble(40, 10, 1);
        var reversed = new States(40, 10);
        for (var m = 0; m < 40; m++)
        {
            ensemble[m].CopyTo(reversed[39 - m]);
        }

        var observations = Observed("correlated", 10);
        var y = Some.Vector(observations.Count, 2);
        var filter = new StochasticEnkf { Centered = false };
        Some.Near(
            filter.Mean(ensemble, observations, y, new RandomSource(3)),
            filter.Mean(reversed, observations, y, new RandomSource(3)), 1e-12);
    }

    [Theory]
    [InlineData(300, 150)]
    [InlineData(150, 300)]
    public void One_thread_and_two_give_the_same_bytes(int members, int size)
    {
        var observations = Observations.Everything(size, 0.3);
        var y = Some.Vector(size, 2);
        var (one, two) = (Some.Ensemble(members, size, 1), Some.Ensemble(members, size, 1));
        Assert.Equal(
            (Filter with { Threads = 1 }).Mean(one, observations, y, new RandomSource(3)),
            (Filter with { Threads = 2 }).Mean(two, observations, y, new RandomSource(3)));
        (Filter with { Threads = 1 }).Update(one, observations, y, new RandomSource(3));
        (Filter with { Threads = 2 }).Update(two, observations, y, new RandomSource(3));
        Assert.Equal(one.Values, two.Values);
    }

    [Fact]
    public void Shapes_that_disagree_are_named()
    {
        var error = Assert.Throws<ArgumentException>(() => Filter.Update(
            new States(5, 4), Observations.Everything(3, 1), new double[3], new RandomSource(1)));
        Assert.Contains("4 values", error.Message, StringComparison.Ordinal);
    }

    private static Observations Observed(string what, int size) => what switch
    {
        "everything" => Observations.Everything(size, 0.3),
        "subset" => new Observations(
            WeightedSums.Of(size, [1, 3, 4, 6, 7, 9]), new IndependentErrors([0.1, 0.2, 0.3, 0.4, 0.5, 0.6])),
        "unlike" => new Observations(
            new Everything(size), new IndependentErrors([.. Enumerable.Range(1, size).Select(i => 0.1 + (0.01 * i))])),
        _ => Some.Correlated(size, [0, 2, 3, 8]),
    };
}

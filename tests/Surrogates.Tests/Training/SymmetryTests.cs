using Sci.Numerics;
using static TorchSharp.torch;

namespace Sci.Surrogates.Tests;

// One after the other: libtorch has one generator of random numbers for all.
[Collection("libtorch")]
public sealed class SymmetryTests
{
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Input_and_target_of_a_moved_sample_go_the_same_way(bool shifts, bool reflections)
    {
        using var scope = NewDisposeScope();
        const int points = 12;
        var u = randn([5, points, 1], float64);
        // What commutes with the motions: a derivative of u², here by differences.
        static Tensor Map(Tensor u) => u.square().roll(-1, 1) - u.square().roll(1, 1);
        var random = new RandomSource(3)["motions"];

        var moved = new LineSymmetries(shifts, reflections).Take(new Samples(u, Map(u)), [4, 0, 0, 2, 1, 3], random);

        Assert.True(Map(moved.Inputs).allclose(moved.Targets, rtol: 0, atol: 1e-14));
        var (sums, squares) = (moved.Inputs.sum([1L]).abs(), moved.Inputs.square().sum([1L]));
        var taken = u.index_select(0, tensor(new long[] { 4, 0, 0, 2, 1, 3 }));
        Assert.True(sums.allclose(taken.sum([1L]).abs(), rtol: 0, atol: 1e-13));
        Assert.True(squares.allclose(taken.square().sum([1L]), rtol: 0, atol: 1e-13));
    }

    [Fact]
    public void All_shifts_and_both_reflections_come_about_as_often()
    {
        using var scope = NewDisposeScope();
        const int points = 8;
        const int draws = 4000;
        var u = arange(1, points + 1, float64).view(1, points, 1);
        var moved = new LineSymmetries(true, true).Take(new Samples(u, u), new int[draws], new RandomSource(5));

        // The value at the first point and its sign say which motion it was.
        var counts = moved.Inputs.select(1, 0).contiguous().data<double>().ToArray().CountBy(value => value).ToArray();

        Assert.Equal(2 * points, counts.Length);
        // Five deviations of a binomial count.
        var expected = draws / (2.0 * points);
        Assert.All(counts, count => Assert.Equal(expected, count.Value, 5 * Math.Sqrt(expected)));
    }
}

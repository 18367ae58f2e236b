using Sci.Numerics;
using Sci.Solvers;
using TorchSharp;
using static TorchSharp.torch;

namespace Sci.Surrogates.Tests;

// One after the other: libtorch has one generator of random numbers for all.
[Collection("libtorch")]
public sealed class ClosureTests
{
    private static readonly FourierOperatorSettings Ring = new()
    {
        Dimensions = 1, Inputs = 1, Outputs = 1, Width = 4, Modes = 6, Layers = 2, Projection = 5, Positions = false,
    };

    [Theory]
    [InlineData(12, 2)]
    [InlineData(13, 3)]
    public void On_a_longer_line_a_field_that_repeats_itself_gives_what_one_period_gives(int points, int times)
    {
        using var scope = NewDisposeScope();
        manual_seed(6);
        using var network = new FourierOperator(Ring).to(float64);
        using var longer = network.OnLongerLine(points, times);
        var u = randn([2, points, 1], float64);

        var expected = network.call(u).repeat(1, times, 1);

        Assert.True(longer.call(u.repeat(1, times, 1)).allclose(expected, rtol: 0, atol: 1e-12));
    }

    [Fact]
    public void On_a_longer_line_nothing_is_felt_from_farther_than_the_layers_reach()
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        const int points = 12;
        using var network = new FourierOperator(Ring with { Layers = 1 });
        using var longer = network.OnLongerLine(points, 4);
        var u = randn([1, 4 * points, 1]);
        var changed = u.clone();
        changed[0, 0, 0] += 1;

        var effect = (longer.call(changed) - longer.call(u)).abs().view(-1);

        // One layer reaches half of the short line, but for the highest wave, which neither line carries.
        Assert.True(effect[..7].max().ToDouble() > 1e-4);
        Assert.True(effect[8..^7].max().ToDouble() < 0.02 * effect.max().ToDouble());
    }

    [Fact]
    public void A_polynomial_closure_finds_the_polynomial_that_made_the_effects()
    {
        var slow = new States(20, 6);
        new RandomSource(8)["slow"].Normals(slow.Values);
        var effects = new States(
            20, 6, [.. slow.Values.ToArray().Select(x => 0.5 - x + (0.3 * x * x) - (0.1 * x * x * x))]);

        var closure = PolynomialClosure.Fit(slow, effects, 3);

        double[] found = new double[6];
        closure.Add(slow[3], found);
        Assert.All(found.Zip(effects[3].ToArray()), pair => Assert.Equal(pair.Second, pair.First, 1e-10));
    }

    [Fact]
    public void With_no_closure_the_slow_ring_is_that_of_Lorenz_with_one_scale()
    {
        var (closed, plain) = (new States(3, 8), new States(3, 8));
        new RandomSource(9)["start"].Normals(closed.Values);
        closed.Values.CopyTo(plain.Values);

        new ClosedLorenz96(new PolynomialClosure([0], 1), 8, 8, 0.02).Advance(closed, 20);
        new Lorenz96(8, 8, 0.02).Advance(plain, 20);

        Assert.All(
            closed.Values.ToArray().Zip(plain.Values.ToArray()), pair => Assert.Equal(pair.Second, pair.First, 1e-11));
    }

    [Fact]
    public void A_closure_that_is_a_network_sees_the_ring_as_one_field()
    {
        using var network = new FourierOperator(Ring);
        double[] x = [.. Enumerable.Range(0, 12).Select(i => Math.Sin(i))], rates = new double[12];

        new NetworkClosure(network).Add(x, rates);

        using var scope = NewDisposeScope();
        var expected = network.call(tensor(x, [1, 12, 1], float32)).to(float64).contiguous().data<double>().ToArray();
        Assert.Equal(expected, rates);
    }
}

using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Surrogates.Tests;

public sealed class JetTests
{
    [Fact]
    public void Jets_of_formulas_are_their_derivatives()
    {
        var layout = new JetLayout(4, 1);
        var (x, t) = (Jet.Coordinate(layout, 0, 0.7), Jet.Coordinate(layout, 1, 0.3));

        var wave = Jet.Exp(-2.0 * t) * Jet.Sin(3.0 * x);
        var decay = Math.Exp(-0.6);

        Assert.Equal(decay * Math.Sin(2.1), wave.Value, 14);
        Assert.Equal(3 * decay * Math.Cos(2.1), wave[layout[0, 1]], 14);
        Assert.Equal(-9 * decay * Math.Sin(2.1), wave[layout[0, 2]], 13);
        Assert.Equal(-27 * decay * Math.Cos(2.1), wave[layout[0, 3]], 13);
        Assert.Equal(81 * decay * Math.Sin(2.1), wave[layout[0, 4]], 12);
        Assert.Equal(-2 * decay * Math.Sin(2.1), wave[layout[1, 1]], 14);
    }

    [Fact]
    public void A_quotient_of_jets_times_its_divisor_is_its_dividend()
    {
        var layout = new JetLayout(4);
        var x = Jet.Coordinate(layout, 0, 0.4);
        var (a, b) = (Jet.Cos(x), Jet.Exp(x) + 1);

        var product = a / b * b;

        Assert.All(Enumerable.Range(0, layout.Channels), channel => Assert.Equal(a[channel], product[channel], 13));
    }

    [Theory]
    [InlineData(new[] { 4, 1 }, 20, 5)]
    [InlineData(new[] { 2, 2 }, 7, 2)]
    [InlineData(new[] { 3, 0, 2 }, 9, 1)]
    [InlineData(new[] { 1, 4 }, 6, 3)]
    public void The_kernel_carries_the_derivatives_that_Taylor_arithmetic_finds(int[] orders, int width, int depth)
    {
        var layout = new JetLayout(orders);
        var network = new TanhNetwork(orders.Length, width, depth, 2);
        var model = Some.Model(layout, network);
        var parameters = model.Initialise(new RandomSource(1));
        Some.Jitter(parameters);
        var coordinates = Some.Points(31, orders.Length);
        var points = new JetPoints<double>(model, coordinates);
        var loss = new PinnLoss<double>(
            model, new LossTerm<double>("u", points, new ChannelResidual<double>([(0, 0, 1)], null)));

        for (var channel = 0; channel < layout.Channels; channel++)
        {
            var values = loss.Values(parameters, points, 1, channel);
            for (var i = 0; i < points.Count; i++)
            {
                var expected = Some.Network(layout, [orders.Length, .. Enumerable.Repeat(width, depth), 2], parameters,
                    coordinates.AsSpan(i * orders.Length, orders.Length))[1][channel];
                Assert.Equal(expected, values[i], 1e-12 * (1 + Math.Abs(expected)));
            }
        }
    }

    [Fact]
    public void Single_precision_follows_double_precision_to_its_last_digits()
    {
        var layout = new JetLayout(4, 1);
        var model = Some.Model(layout, new TanhNetwork(2, 20, 4, 1));
        var parameters = model.Initialise(new RandomSource(2));
        var coordinates = Some.Points(100, 2);
        var equation = Equation.Parse(Grid.Line(16, 2), "u_t = -u*u_x - 0.1*u_xx - 0.01*u_xxxx");
        var (fine, fineGradient) = Gradient<double>(model, parameters, coordinates, equation);
        var (coarse, coarseGradient) = Gradient<float>(model, parameters, coordinates, equation);

        var difference = fineGradient.Zip(coarseGradient, (a, b) => (a - b) * (a - b)).Sum();

        Assert.Equal(fine, coarse, 1e-5 * fine);
        Assert.True(Math.Sqrt(difference) < 1e-5 * Math.Sqrt(fineGradient.Sum(g => g * g)));
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_gradient()
    {
        var model = Some.Model(new JetLayout(2, 1), new TanhNetwork(2, 20, 3, 1));
        var parameters = model.Initialise(new RandomSource(3));
        var coordinates = Some.Points(1000, 2);
        var equation = Equation.Parse(Grid.Line(16, 2), "u_t = -u*u_x + 0.1*u_xx");
        var before = Workers.Limit;
        try
        {
            Workers.Limit = 1;
            var alone = Gradient<float>(model, parameters, coordinates, equation);
            Workers.Limit = 4;
            var together = Gradient<float>(model, parameters, coordinates, equation);

            Assert.Equal(alone.Value, together.Value);
            Assert.Equal(alone.Gradient, together.Gradient);
        }
        finally
        {
            Workers.Limit = before;
        }
    }

    private static (double Value, double[] Gradient) Gradient<T>(
        JetModel model, double[] parameters, double[] coordinates, Equation equation)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var residual = new EquationResidual<T>(equation, model.Layout, []);
        var loss = new PinnLoss<T>(model, new LossTerm<T>("equation", new JetPoints<T>(model, coordinates), residual));
        var gradient = new T[loss.Count];
        var value = loss.Evaluate([.. parameters.Select(T.CreateTruncating)], gradient);
        return (value, [.. gradient.Select(double.CreateTruncating)]);
    }
}

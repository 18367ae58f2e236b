using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Surrogates.Tests;

public sealed class SummedJetTests
{
    [Theory]
    [InlineData("u_t = -u*u_x + 0.01*u_xx", 3)]
    [InlineData("u_t = -5*u*u_x - 0.5*u_xx - 0.005*u_xxxx", 5)]
    [InlineData("u_t = -6*u*u_x - u_xxx", 4)]
    [InlineData("u_t = -2*u_x", 2)]
    public void Highest_derivatives_that_stand_alone_travel_as_one(string text, int channels)
    {
        var layout = EquationLayout.Of(Equation.Parse(Grid.Line(16, 2), text));

        Assert.Equal(channels - 1, layout.Sum);
        Assert.Equal(channels, layout.Channels);
        Assert.Equal(channels + 1, layout.Each.Channels);
    }

    [Theory]
    [InlineData("u_t = -u*u_xx")]
    [InlineData("u_t = u_xx + u*u_xx")]
    [InlineData("u_t = u_xx + 0.1*u_xx^2")]
    [InlineData("u_t = (u^2)_xx")]
    public void Highest_derivatives_that_are_multiplied_travel_by_themselves(string text) =>
        Assert.Null(EquationLayout.Of(Equation.Parse(Grid.Line(16, 2), text)).Sum);

    [Fact]
    public void Fields_of_other_coefficients_and_unknown_terms_leave_the_derivatives_apart()
    {
        var box = Grid.Box(8, 8, 1, 1);
        var same = Equation.Parse(box, "u_t = -v*u_x + 0.1*u_xx + 0.2*u_yy; v_t = 0.1*v_xx + 0.2*v_yy");
        var other = Equation.Parse(box, "u_t = -v*u_x + 0.1*u_xx + 0.2*u_yy; v_t = 0.1*v_xx + 0.3*v_yy");
        var crossed = Equation.Parse(box, "u_t = 0.1*v_xx + 0.2*u_yy; v_t = 0.1*v_xx + 0.2*v_yy");

        Assert.Equal(4, EquationLayout.Of(same).Channels);
        Assert.Null(EquationLayout.Of(other).Sum);
        Assert.Null(EquationLayout.Of(crossed).Sum);
        Assert.Null(EquationLayout.Of(same, Term.Parse("u*u_xx")).Sum);
    }

    [Theory]
    [InlineData(new[] { 2, 1 })]
    [InlineData(new[] { 3, 1 })]
    [InlineData(new[] { 4, 1 })]
    [InlineData(new[] { 1, 1 })]
    [InlineData(new[] { 2, 4, 1 })]
    [InlineData(new[] { 0, 3, 2 })]
    public void The_sum_is_that_of_the_derivatives_by_themselves_and_so_are_the_others(int[] orders)
    {
        double[] weights = [-0.7, 0.3, 1.1];
        var summed = JetLayout.Summed(orders, weights[..orders.Length]);
        var (lean, full) = (Model(summed), Model(summed.Each));
        var parameters = lean.Initialise(new RandomSource(1));
        Some.Jitter(parameters);
        var coordinates = Some.Points(130, orders.Length);

        double[] Values(JetModel model, int channel)
        {
            var points = new JetPoints<double>(model, coordinates);
            var term = new LossTerm<double>("u", points, new ChannelResidual<double>([(0, 0, 1)], null));
            return new PinnLoss<double>(model, term).Values(parameters, points, 0, channel);
        }

        void Agree(double[] expected, int channel) => Assert.All(
            expected.Zip(Values(lean, channel)), pair => Assert.Equal(
                pair.First, pair.Second, 1e-12 * (1 + Math.Abs(pair.First))));

        var sum = new double[130];
        for (var d = 0; d < orders.Length; d++)
        {
            for (var k = 0; k < orders[d]; k++)
            {
                Agree(Values(full, summed.Each[d, k]), summed[d, k]);
            }

            if (orders[d] > 0)
            {
                var highest = Values(full, summed.Each[d, orders[d]]);
                sum = [.. sum.Zip(highest, (s, h) => s + (weights[d] * h))];
            }
        }

        Agree(sum, summed.Sum!.Value);
    }

    [Theory]
    [InlineData("u_t = -u*u_x + 0.1*u_xx + 0.3*u")]
    [InlineData("u_t = -6*u*u_x - u_xxx + 0.1*u_xx")]
    [InlineData("u_t = -5*u*u_x - 0.5*u_xx - 0.005*u_xxxx")]
    [InlineData("u_t = -2*u_x + u^2")]
    public void Loss_and_gradient_are_those_of_the_derivatives_by_themselves(string text)
    {
        var equation = Equation.Parse(Grid.Line(16, 2), text);
        var summed = EquationLayout.Of(equation);
        var (lean, leanGradient) = Gradient(equation, summed);
        var (full, fullGradient) = Gradient(equation, summed.Each);

        Assert.NotNull(summed.Sum);
        Assert.Equal(full, lean, 1e-12 * full);
        var scale = fullGradient.Max(Math.Abs);
        Assert.All(fullGradient.Zip(leanGradient), pair => Assert.Equal(pair.First, pair.Second, 1e-12 * scale));
    }

    [Fact]
    public void A_sum_that_is_not_the_equations_is_refused()
    {
        var equation = Equation.Parse(Grid.Line(16, 2), "u_t = -u*u_x + 0.1*u_xx");
        var layout = JetLayout.Summed([2, 1], [-0.2, 1]);

        var error = Assert.Throws<ArgumentException>(() => new EquationResidual<double>(equation, layout, []));

        Assert.Contains("EquationLayout.Of", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => layout[0, 2]);
        Assert.Throws<ArgumentException>(() => JetLayout.Summed([2, 1], [1]));
        Assert.Throws<ArgumentException>(() => JetLayout.Summed([0, 0], [1, 1]));
    }

    [Fact]
    public void A_network_of_NaN_has_a_loss_of_NaN()
    {
        var equation = Equation.Parse(Grid.Line(16, 2), "u_t = -u*u_x + 0.1*u_xx");
        var model = Model(EquationLayout.Of(equation));
        var residual = new ChannelResidual<float>([(0, 0, 1)], null);
        var loss = new PinnLoss<float>(
            model, new LossTerm<float>("u", new JetPoints<float>(model, Some.Points(10, 2)), residual));
        var parameters = new float[model.ParameterCount];
        parameters[0] = float.NaN;

        Assert.True(double.IsNaN(loss.Evaluate(parameters, new float[parameters.Length])));
    }

    private static (double Loss, double[] Gradient) Gradient(Equation equation, JetLayout layout)
    {
        var model = Model(layout);
        var parameters = model.Initialise(new RandomSource(3));
        Some.Jitter(parameters);
        var residual = new EquationResidual<double>(equation, layout, []);
        var points = new JetPoints<double>(model, Some.Points(130, 2));
        var gradient = new double[parameters.Length];
        var loss = new PinnLoss<double>(model, new LossTerm<double>("equation", points, residual));
        return (loss.Evaluate(parameters, gradient), gradient);
    }

    private static JetModel Model(JetLayout layout)
    {
        var constraint = new HardConstraint(
            0, z => -1.0 * Jet.Sin(z[0]) * Jet.Exp(z[^1]), z => Jet.Exp(z[^1]) * (Jet.Cos(z[0]) + 2));
        return new JetModel(
            layout, new Embedding(layout.Coordinates, z => z), [new TanhNetwork(layout.Coordinates, 6, 3, 1)],
            [constraint]);
    }
}

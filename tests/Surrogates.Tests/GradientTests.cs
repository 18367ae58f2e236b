using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Surrogates.Tests;

public sealed class GradientTests
{
    // Truncation of the differences is about 1e-12 of the fifth derivative, round-off 1e-16/1e-3 of the loss.
    private const double Tolerance = 1e-8;

    [Fact]
    public void Of_an_equation_of_fourth_order_with_constraints_features_and_an_unknown_coefficient()
    {
        var layout = new JetLayout(4, 1);
        var embedding = Embedding.Periodic(2, 2, [-1, 0], [1, 1]).Fourier(4, 1, new RandomSource(5));
        var constraint = new HardConstraint(0, z => -1.0 * Jet.Sin(Math.PI * z[0]), z => z[1] * (Jet.Cos(z[0]) + 2));
        var model = new JetModel(layout, embedding, [new TanhNetwork(8, 6, 3, 1)], [constraint], 0.7, -0.2);
        var equation = Equation.Parse(
            Grid.Line(16, 2), "u_t = -5*u*u_x - 0.5*u_xx - 0.005*u_xxxx + 0.1*u^3 + 0.02*u_xxx");
        var residual = new EquationResidual<double>(equation, layout, [Term.Parse("u^2*u_xx"), Term.Parse("u_x^2")]);
        var data = Some.Points(40, 1);
        var loss = new PinnLoss<double>(
            model,
            new LossTerm<double>(
                "equation", new JetPoints<double>(model, Some.Points(60, 2)), residual) { Weight = 0.3 },
            new LossTerm<double>(
                "data", new JetPoints<double>(model, Some.Points(40, 2), data), new ChannelResidual<double>(0, 0)));
        var parameters = model.Initialise(new RandomSource(4));
        Some.Jitter(parameters);

        Assert.True(Some.GradientError(loss, parameters, every: 1) < Tolerance);
    }

    [Fact]
    public void Of_two_networks_and_an_equation_of_two_fields()
    {
        var layout = new JetLayout(2, 3, 1);
        var model = Some.Model(layout, new TanhNetwork(3, 5, 2, 1), new TanhNetwork(3, 7, 1, 1));
        var grid = Grid.Box(8, 8, 1, 1);
        var equation = Equation.Parse(grid, "u_t = -u*u_x - v*u_y + u_xx + u_yy; v_t = -u*v_x + v_yyy*u");
        var residual = new EquationResidual<double>(equation, layout, []);
        var loss = new PinnLoss<double>(
            model, new LossTerm<double>("equation", new JetPoints<double>(model, Some.Points(50, 3)), residual));
        var parameters = model.Initialise(new RandomSource(4));
        Some.Jitter(parameters);

        Assert.True(Some.GradientError(loss, parameters, every: 1) < Tolerance);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_a_field_in_its_own_labels(bool inLabels)
    {
        var layout = new JetLayout(2, 1);
        var model = Some.Model(layout, new TanhNetwork(2, 5, 2, 1), new TanhNetwork(2, 6, 2, 1));
        var residual = new LagrangianResidual<double>(layout, 0.3, 1, 0.2, inLabels);
        // Small, so that the labels stay in order: the equation is singular where x_ξ vanishes.
        var loss = new PinnLoss<double>(
            model, new LossTerm<double>("equation", new JetPoints<double>(model, Some.Points(50, 2)), residual));
        double[] parameters = [.. model.Initialise(new RandomSource(4)).Select(p => 0.5 * p)];

        Assert.True(Some.GradientError(loss, parameters, every: 1) < Tolerance);
    }

    [Fact]
    public void Of_movable_Gaussians()
    {
        var layout = new JetLayout(2, 2);
        var network = new GaussianNetwork(new Box([-1, -1], [1, 1]), 9, 0.6, 3, 5);
        var model = new JetModel(layout, new Embedding(2, z => z), [network], []);
        var residual = new ChannelResidual<double>(
            [(0, layout[0, 2], 1), (0, layout[1, 2], 1), (0, layout[0, 1], 0.5), (0, 0, 2)], 0);
        var points = new JetPoints<double>(model, Some.Points(50, 2), Some.Points(50, 1));
        var loss = new PinnLoss<double>(model, new LossTerm<double>("equation", points, residual));
        var parameters = model.Initialise(new RandomSource(4));
        Some.Jitter(parameters);

        Assert.True(Some.GradientError(loss, parameters, every: 1) < Tolerance);
    }
}

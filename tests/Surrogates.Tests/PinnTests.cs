using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Surrogates.Tests;

public sealed class PinnTests
{
    private static readonly PinnPlan Short = new(
        AdamSteps: 50, Rate: 5e-3, NewtonSteps: 150, Memory: 0, Points: 300, ResampleEvery: 100);

    [Fact]
    public void Heat_in_two_windows_decays_as_it_should()
    {
        var equation = Equation.Parse(Grid.Line(32, 2, -1), "u_t = 0.1*u_xx");
        double[] places = equation.Grid.Axes[0].Coordinates(), times = [0, 0.5, 1];
        var initial = new PeriodicSeries(places.Select(x => Math.Sin(Math.PI * x)).ToArray(), -1, 2);
        var pinn = new EvolutionPinn(
            new EvolutionProblem(equation, initial, 1, new OddEnds()), new NetworkShape(8, 2, 1), Short, windows: 2);

        pinn.Solve(new RandomSource(1), _ => { }, CancellationToken.None);
        var solution = pinn.Evaluate(times, places);

        for (var k = 0; k < 3; k++)
        {
            var decay = Math.Exp(-0.1 * Math.PI * Math.PI * times[k]);
            Assert.All(Enumerable.Range(0, 32),
                i => Assert.Equal(decay * Math.Sin(Math.PI * places[i]), solution[k][i], 2e-3));
        }
    }

    [Theory]
    [InlineData(1e3, 100)]
    [InlineData(1e-30, 150)]
    public void Training_ends_where_the_loss_at_fresh_points_is_small_enough(double stopBelow, int last)
    {
        var equation = Equation.Parse(Grid.Line(32, 2, -1), "u_t = 0.1*u_xx");
        var initial = new PeriodicSeries(
            equation.Grid.Axes[0].Coordinates().Select(x => Math.Sin(Math.PI * x)).ToArray(), -1, 2);
        var pinn = new EvolutionPinn(
            new EvolutionProblem(equation, initial, 1, new OddEnds()), new NetworkShape(8, 2, 1),
            Short with { ResampleEvery = 50, AdamSteps = 100, NewtonSteps = 51, StopBelow = stopBelow }, windows: 1);

        pinn.Solve(new RandomSource(1), _ => { }, CancellationToken.None);

        Assert.Equal(last, pinn.Curve[^1].Step);
    }

    [Fact]
    public void An_unknown_diffusivity_is_found_with_the_solution()
    {
        const double Diffusivity = 0.1;
        var layout = new JetLayout(2, 1);
        var model = new JetModel(layout, Embedding.Scaled([-1, 0], [1, 1]), [new TanhNetwork(2, 10, 2, 1)], [], 0.5);
        var equation = Equation.Parse(Grid.Line(8, 2, -1), "u_t = 0*u");
        var data = Some.Points(100, 2);
        for (var i = 1; i < data.Length; i += 2)
        {
            data[i] = (data[i] + 1) / 2;
        }

        double[] values = [.. Enumerable.Range(0, 100).Select(i =>
            Math.Exp(-Diffusivity * Math.PI * Math.PI * data[(2 * i) + 1]) * Math.Sin(Math.PI * data[2 * i]))];
        var loss = new PinnLoss<double>(
            model,
            new LossTerm<double>("equation", new JetPoints<double>(model, data),
                new EquationResidual<double>(equation, layout, [Term.Parse("u_xx")])),
            new LossTerm<double>(
                "data", new JetPoints<double>(model, data, values), new ChannelResidual<double>(0, 0)) { Weight = 10 });
        var parameters = model.Initialise(new RandomSource(2));
        var newton = new QuasiNewton<double>(loss, new SelfScaledBfgs(loss.Count));

        for (var step = 0; step < 400 && newton.Step(parameters); step++)
        {
        }

        Assert.Equal(Diffusivity, parameters[^1], 1e-3);
    }

    [Fact]
    public void A_Lagrangian_network_carries_a_wave_around_the_line()
    {
        var pinn = new LagrangianPinn(new PeriodicSeries(Wave(0), 0, 2 * Math.PI), 2 * Math.PI, 1);
        var shape = new NetworkShape(6, 1, 1);

        pinn.Solve(layout => new LagrangianResidual<double>(layout, 20, 0, 0, inLabels: false), shape, shape, Short,
            new RandomSource(3), _ => { }, default);
        var solution = pinn.Evaluate([0.37, 1], [.. Enumerable.Range(0, 64).Select(i => i * 2 * Math.PI / 64)]);

        Assert.All(Enumerable.Range(0, 64), i => Assert.Equal(Wave(20 * 0.37)[i], solution[0][i], 1e-3));
        Assert.All(Enumerable.Range(0, 64), i => Assert.Equal(Wave(20)[i], solution[1][i], 1e-3));
    }

    [Fact]
    public void A_series_through_samples_has_their_functions_derivatives()
    {
        var series = new PeriodicSeries(Wave(0.3), 0, 2 * Math.PI);
        var layout = new JetLayout(4, 1);

        var jet = series.At(layout, 1.234);

        double[] expected = [Math.Sin(0.934), Math.Cos(0.934), -Math.Sin(0.934), -Math.Cos(0.934), Math.Sin(0.934)];
        Assert.All(Enumerable.Range(0, 5), k => Assert.Equal(expected[k], jet[layout[0, k]], 1e-12));
    }

    [Fact]
    public void Balanced_losses_pull_with_equal_force()
    {
        var loss = TwoLosses();
        var parameters = loss.Model.Initialise(new RandomSource(4));

        new GradientNormBalance(Memory: 0).Update(loss, parameters);
        var gradient = new double[loss.Count];
        double[] norms = [.. Enumerable.Range(0, 2).Select(term =>
        {
            loss.EvaluateTerm(term, parameters, gradient);
            return Math.Sqrt(gradient.Sum(g => g * g));
        })];

        Assert.Equal(norms[0], norms[1], 1e-9 * norms[0]);
    }

    [Fact]
    public void The_loss_that_fell_less_gains_weight()
    {
        var loss = TwoLosses();
        var balance = new RelativeLossBalance(memory: 0, lookBack: 0, temperature: 1, new RandomSource(5));
        var parameters = loss.Model.Initialise(new RandomSource(4));
        balance.Update(loss, parameters);
        double[] before = [.. loss.Losses];
        var gradient = new double[loss.Count];
        for (var step = 0; step < 50; step++)
        {
            loss.EvaluateTerm(0, parameters, gradient);
            for (var i = 0; i < parameters.Length; i++)
            {
                parameters[i] -= 0.01 * gradient[i];
            }
        }

        balance.Update(loss, parameters);

        var firstFellMore = loss.Losses[0] / before[0] < loss.Losses[1] / before[1];
        Assert.Equal(firstFellMore, loss.Terms[0].Weight < loss.Terms[1].Weight);
        Assert.Equal(2, loss.Terms.Sum(term => term.Weight), 1e-12);
    }

    private static PinnLoss<double> TwoLosses()
    {
        var model = Some.Model(new JetLayout(1, 1), new TanhNetwork(2, 6, 2, 1));
        return new PinnLoss<double>(
            model,
            new LossTerm<double>("small", new JetPoints<double>(model, Some.Points(40, 2), Some.Points(40, 1)),
                new ChannelResidual<double>(0, 0)),
            new LossTerm<double>("steep", new JetPoints<double>(model, Some.Points(30, 2)),
                new ChannelResidual<double>([(0, 1, 30), (0, 2, -8)], null)));
    }

    private static double[] Wave(double shift) =>
        [.. Enumerable.Range(0, 64).Select(i => Math.Sin((i * 2 * Math.PI / 64) - shift))];
}

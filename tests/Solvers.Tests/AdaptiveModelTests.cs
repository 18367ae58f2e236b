using Sci.Numerics;

namespace Sci.Solvers.Tests;

public class AdaptiveModelTests
{
    private static readonly Equation Kuramoto = Equation.Parse(Grid.Line(64, 30), "u_t = -u*u_x - u_xx - u_xxxx");

    [Theory]
    [InlineData(1e-4)]
    [InlineData(1e-6)]
    [InlineData(1e-8)]
    public void The_error_follows_the_tolerance(double tolerance)
    {
        var model = new AdaptiveModel(
            h => new SpectralModel(Kuramoto, new Krogstad(h)), new ByError(tolerance, 4), 1, 12);
        var exact = Samples.Wave(Kuramoto.Grid);
        var state = exact.Clone();
        new SpectralModel(Kuramoto, new Krogstad(1.0 / 1024)).Advance(exact, 10 * 1024);
        model.Advance(state, 10);
        // Ten time units amplify early errors by less than 100 and take at most a few hundred steps.
        Assert.InRange(Samples.Largest(exact[0], state[0]), 1e-4 * tolerance, 1e3 * tolerance);
    }

    [Fact]
    public void The_courant_number_stays_below_its_limit()
    {
        var equation = Equation.Parse(Grid.Line(64, 2 * Math.PI), "u_t = -u*u_x + 0.05*u_xx");
        var check = new HealthCheck(new SpectralModel(equation, new Rk4(0.5)));
        var taken = new List<double>();
        var model = new AdaptiveModel(h => new Watched(new SpectralModel(equation, new Rk4(h)), check, taken), new ByCourant(check, 0.5), 0.5, 10);
        var state = Samples.Wave(equation.Grid);
        model.Advance(state, 4);
        Assert.All(taken, courant => Assert.InRange(courant, 0, 0.5));
        Assert.Contains(taken, courant => courant > 0.2);
    }

    [Fact]
    public void A_step_that_cannot_be_short_enough_is_refused_with_its_time()
    {
        var equation = Equation.Parse(Grid.Line(16, 1), "u_t = u^2");
        var state = new States(1, 16);
        state[0].Fill(1);
        var model = new AdaptiveModel(h => new SpectralModel(equation, new Rk4(h)), new ByError(1e-8, 4), 0.1, 6);
        var problem = Assert.Throws<BlowUpException>(() => model.Advance(state, 20));
        Assert.InRange(problem.Time, 0.8, 1.1);
        Assert.Contains("halvings", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_take_their_own_steps()
    {
        var model = new AdaptiveModel(h => new SpectralModel(Kuramoto, new Krogstad(h)), new ByError(1e-6, 4), 1, 12);
        States batch = new(2, 64), alone = Samples.Wave(Kuramoto.Grid);
        alone[0].CopyTo(batch[1]);
        model.Advance(batch, 5);
        model.Advance(alone, 5);
        Assert.True(batch[1].SequenceEqual(alone[0]));
        Assert.All(batch[0].ToArray(), value => Assert.Equal(0, value));
    }

    private sealed class Watched(SpectralModel model, HealthCheck check, List<double> taken) : IModel
    {
        public Grid Grid => model.Grid;

        public double TimeStep => model.TimeStep;

        public void Advance(States states, int steps = 1)
        {
            taken.Add(check.Of(states[0]).CourantNumber * TimeStep / check.TimeStep);
            model.Advance(states, steps);
        }
    }
}

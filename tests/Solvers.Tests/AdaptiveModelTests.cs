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

    [Fact]
    public void The_embedded_error_of_dormand_and_prince_follows_the_tolerance()
    {
        // Waves that steepen: from rest at the crest the step must shrink as t = 0.9 nears.
        var equation = Equation.Parse(Grid.Line(64, 2 * Math.PI), "u_t = -u*u_x + 0.05*u_xx");
        var exact = Wave();
        new SpectralModel(equation, new Krogstad(0.9 / 4096)).Advance(exact, 4096);
        double Error(double tolerance)
        {
            var state = Wave();
            new AdaptiveModel(
                step => new SpectralModel(equation, new DormandPrince(step)), new ByEmbedded(tolerance), 0.9,
                20).Advance(state);
            return Samples.Largest(state[0], exact[0]);
        }

        // Fewer than a thousand steps, each with an error below the tolerance; order 5 keeps a step beyond the
        // estimate.
        Assert.All(new[] { 1e-5, 1e-7, 1e-9 }, tolerance => Assert.InRange(Error(tolerance), 0, 100 * tolerance));
        Assert.InRange(Error(1e-9), 0, 1e-2 * Error(1e-5));

        static States Wave() => Samples.Wave(Grid.Line(64, 2 * Math.PI));
    }

    [Fact]
    public void Embedded_errors_are_for_the_scheme_that_has_them()
    {
        var equation = Equation.Parse(Grid.Line(16, 1), "u_t = 0.01*u_xx");
        var model = new AdaptiveModel(step => new SpectralModel(equation, new Rk4(step)), new ByEmbedded(1e-6), 0.1, 3);
        var failure = Assert.ThrowsAny<Exception>(() => model.Advance(new States(1, 16)));
        Assert.Contains("DormandPrince", failure.ToString(), StringComparison.Ordinal);
    }
}

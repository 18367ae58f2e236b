using Sci.Numerics;

namespace Sci.Solvers.Tests;

/// <summary>Equations on a line against their exact solutions.</summary>
public class LineSystemTests
{
    [Fact]
    public void A_soliton_of_korteweg_and_de_vries_travels_unchanged()
    {
        const double Speed = 4;
        var grid = Grid.Line(256, 40);
        var model = new SpectralModel(Equation.Parse(grid, "u_t = -6*u*u_x - u_xxx"), new Etdrk4(1e-3));
        var state = Along(grid, x => Soliton(x - 15));
        model.Advance(state, 2000);
        Assert.InRange(Samples.Largest(state[0], Along(grid, x => Soliton(x - 15 - (2 * Speed)))[0]), 0, 1e-7);

        static double Soliton(double x) => Speed / 2 / Math.Pow(Math.Cosh(Math.Sqrt(Speed) / 2 * x), 2);
    }

    [Fact]
    public void Burgers_follows_cole_and_hopf()
    {
        const double Nu = 0.1, A = 0.9;
        var grid = Grid.Line(128, 2 * Math.PI);
        var model = new SpectralModel(Equation.Parse(grid, "u_t = -u*u_x + 0.1*u_xx"), new Krogstad(0.01));
        var state = Along(grid, x => Exact(x, 0));
        model.Advance(state, 200);
        Assert.InRange(Samples.Largest(state[0], Along(grid, x => Exact(x, 2))[0]), 0, 1e-9);

        static double Exact(double x, double t)
        {
            var a = A * Math.Exp(-Nu * t);
            return 2 * Nu * a * Math.Sin(x) / (1 + (a * Math.Cos(x)));
        }
    }

    [Fact]
    public void Advection_translates_to_round_off()
    {
        var grid = Grid.Line(64, 1);
        var model = new SpectralModel(Equation.Parse(grid, "u_t = -0.25*u_x"), new Etdrk4(0.1));
        var state = Along(grid, x => Math.Exp(Math.Sin(2 * Math.PI * x)));
        model.Advance(state, 30);
        Assert.InRange(
            Samples.Largest(state[0], Along(grid, x => Math.Exp(Math.Sin(2 * Math.PI * (x - 0.75))))[0]), 0, 1e-13);
    }

    [Fact]
    public void A_uniform_state_of_allen_and_cahn_follows_its_ordinary_equation()
    {
        var grid = Grid.Line(16, 1);
        var model = new SpectralModel(Equation.Parse(grid, "u_t = 1e-3*u_xx + u - u^3"), new Etdrk4(0.02));
        var state = Along(grid, _ => 0.1);
        model.Advance(state, 100);
        var exact = 0.1 * Math.Exp(2) / Math.Sqrt(1 + (0.01 * (Math.Exp(4) - 1)));
        Assert.InRange(Samples.Largest(state[0], Along(grid, _ => exact)[0]), 0, 1e-7);
    }

    [Fact]
    public void The_free_energy_of_allen_and_cahn_never_grows()
    {
        var grid = Grid.Line(128, 2 * Math.PI);
        var model = new SpectralModel(Equation.Parse(grid, "u_t = 1e-2*u_xx + u - u^3"), new Etdrk4(0.05));
        var state = Along(grid, x => (0.53 * Math.Sin(x)) + (0.4 * Math.Cos(3 * x)) + 0.1);
        var slope = new TermEvaluator(grid, ["u"], [Term.Parse("u_x^2"), Term.Parse("u^2"), Term.Parse("u^4")]);
        var energy = double.PositiveInfinity;
        for (var t = 0; t < 40; t++)
        {
            var terms = slope.Evaluate(state[0]);
            var next = (0.005 * Mean(terms[0])) - (0.5 * Mean(terms[1])) + (0.25 * Mean(terms[2]));
            Assert.True(next < energy + 1e-14, $"at step {10 * t}: {next} after {energy}");
            energy = next;
            model.Advance(state, 10);
        }
    }

    [Fact]
    public void Swift_and_hohenberg_saturate_at_the_amplitude_of_weak_theory()
    {
        // u = A cos x with A² = 4r/3 to leading order; the next correction is of relative order r².
        var grid = Grid.Line(32, 2 * Math.PI);
        var model = new SpectralModel(
            Equation.Parse(grid, "u_t = 0.01*u - u - 2*u_xx - u_xxxx - u^3"), new Etdrk4(0.5));
        var state = Along(grid, x => 0.05 * Math.Cos(x));
        model.Advance(state, 3000);
        Assert.Equal(Math.Sqrt(0.04 / 3), state[0][0], 1e-4);
    }

    [Theory]
    [InlineData("u_t = -u^2*u_x - u*u_x - u_xx - u_xxxx + 0.3*u_xxx", "3/2")]
    [InlineData("u_t = -u*u_x - u_xx - u_xxxx", "none")]
    public void Flux_terms_keep_the_mean_to_round_off(string text, string dealiasing)
    {
        var grid = Grid.Line(64, 40);
        var model = new SpectralModel(
            Equation.Parse(grid, text), new Krogstad(0.05),
            dealiasing == "none" ? Dealiasing.None : Dealiasing.ThreeHalves);
        var state = Along(grid, x => 0.3 + (0.5 * Math.Sin(2 * Math.PI * x / 40)));
        model.Advance(state, 500);
        Assert.Equal(0.3, Mean(state[0]), 1e-13);
    }

    private static States Along(Grid grid, Func<double, double> shape) =>
        States.Of([.. grid.Axes[0].Coordinates().Select(shape)]);

    private static double Mean(ReadOnlySpan<double> row)
    {
        var sum = 0.0;
        foreach (var value in row)
        {
            sum += value;
        }

        return sum / row.Length;
    }
}

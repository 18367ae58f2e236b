using Sci.Solvers;

namespace Sci.Discovery.Tests;

public sealed class CoefficientBoundTests
{
    private static readonly SolverFactory Solver = (equation, step) => new SpectralModel(equation, new Etdrk4(step));

    [Fact]
    public void A_decaying_wave_bounds_its_diffusivity_as_the_formula_says()
    {
        // u = a e^{-νk²t} cos kx: a and ν are told apart by e(t) and -k² t a e(t) alone, at N/2 points' worth.
        const double amplitude = 1.5, diffusivity = 0.1, interval = 0.2, noise = 0.3;
        var (times, grid) = (20, Grid.Line(32, 2 * Math.PI));
        var (e, te, tte) = (0.0, 0.0, 0.0);
        for (var t = 0; t < times; t++)
        {
            var (square, time) = (Math.Exp(-2 * diffusivity * t * interval), t * interval);
            (e, te, tte) = (e + square, te + (time * square), tte + (time * time * square));
        }

        var information = 16 * amplitude * amplitude * (tte - (te * te / e));
        double[] start = [.. grid.Axes[0].Coordinates().Select(x => amplitude * Math.Cos(x))];
        var bound = new CoefficientBound(Solver, Modes: 3).Deviations(
            Equation.Parse(grid, "u_t = 0.1*u_xx"), start, times, interval, steps: 1, noise);
        Assert.Equal(noise / Math.Sqrt(information), Assert.Single(bound), 1e-9);
    }

    [Fact]
    public void Modes_without_signal_may_be_free_or_not()
    {
        var grid = Grid.Line(64, 2 * Math.PI);
        double[] start = [.. grid.Axes[0].Coordinates().Select(x => Math.Sin(x) + (0.3 * Math.Cos(2 * x)))];
        var bounds = new[] { 2, 12, 18 }.Select(modes => new CoefficientBound(Solver, modes).Deviations(
            Equation.Parse(grid, "u_t = -u*u_x + 0.2*u_xx"), start, 21, 0.1, 4, 0.1)).ToArray();
        for (var term = 0; term < 2; term++)
        {
            Assert.InRange(bounds[1][term], bounds[0][term], 10 * bounds[0][term]);
            Assert.Equal(bounds[1][term], bounds[2][term], 1e-3 * bounds[1][term]);
        }
    }
}

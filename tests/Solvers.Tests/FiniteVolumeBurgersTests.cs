using Sci.Numerics;
using Sci.Testing;

namespace Sci.Solvers.Tests;

public sealed class FiniteVolumeBurgersTests
{
    [Fact]
    public void Smooth_waves_are_of_order_five_in_the_mean()
    {
        // u = f(x - ut), solved by iteration; the weights fall behind at extrema (Henrick et al., 2005), so in the
        // mean. Δt falls with Δx^(5/3) so that time's order 3 does not show.
        var study = Convergence.Of([1.0 / 80, 1.0 / 120, 1.0 / 160], spacing =>
        {
            var points = (int)Math.Round(1 / spacing);
            var steps = (int)Math.Ceiling(0.5 * Math.Pow(points, 5.0 / 3) / 12);
            var model = new FiniteVolumeBurgers(Grid.Line(points, 2 * Math.PI), 0, 0.3 / steps);
            var u = Sine(points, 0.5);
            model.Advance(u, steps);
            return Enumerable.Range(0, points).Average(i => Math.Abs(u[0][i] - Exact(2 * Math.PI * i / points, 0.3)));
        });
        Assert.InRange(study.Order, 4.6, 5.6);
    }

    [Fact]
    public void A_shock_moves_at_the_mean_of_its_sides_and_stays_sharp()
    {
        const int Points = 200;
        var model = new FiniteVolumeBurgers(Grid.Line(Points, 2), 0, 0.004);
        var u = new States(1, Points);
        for (var i = 0; i < Points; i++)
        {
            u[0][i] = i < Points / 2 ? 1 : 0.2;
        }

        model.Advance(u, 100);
        var values = u[0].ToArray();
        var place = Array.FindIndex(values, Points / 4, value => value < 0.6) * 0.01;
        Assert.InRange(place, 1 + (0.6 * 0.4) - 0.02, 1 + (0.6 * 0.4) + 0.02);
        Assert.InRange(values.Max(), 1 - 1e-3, 1 + 1e-3);
        Assert.InRange(values.Skip(Points / 2).Take(70).Count(value => value is > 0.25 and < 0.95), 0, 4);
    }

    [Fact]
    public void Mass_is_kept_through_shocks_with_and_without_viscosity()
    {
        foreach (var viscosity in (double[])[0, 0.01])
        {
            var u = Sine(100, 0.3);
            var before = u[0].ToArray().Sum();
            new FiniteVolumeBurgers(Grid.Line(100, 2 * Math.PI), viscosity, 0.02).Advance(u, 200);
            Assert.Equal(before, u[0].ToArray().Sum(), 1e-11);
        }
    }

    [Fact]
    public void Viscous_waves_agree_with_the_spectral_model()
    {
        var grid = Grid.Line(256, 2 * Math.PI);
        States ours = Sine(256, 0.5), spectral = ours.Clone();
        new FiniteVolumeBurgers(grid, 0.1, 1e-3).Advance(ours, 1000);
        new SpectralModel(Equation.Parse(grid, "u_t = -u*u_x + 0.1*u_xx"), new Etdrk4(0.01)).Advance(spectral, 100);
        Assert.InRange(Samples.Largest(ours[0], spectral[0]), 0, 1e-6);
    }

    [Fact]
    public void A_box_is_refused() =>
        Assert.Throws<ArgumentException>(() => new FiniteVolumeBurgers(Grid.Box(8, 8, 1, 1), 0, 0.1));

    private static States Sine(int points, double mean)
    {
        var u = new States(1, points);
        for (var i = 0; i < points; i++)
        {
            u[0][i] = mean + Math.Sin(2 * Math.PI * i / points);
        }

        return u;
    }

    private static double Exact(double x, double t)
    {
        var u = 0.5;
        for (var i = 0; i < 200; i++)
        {
            u = 0.5 + Math.Sin(x - (u * t));
        }

        return u;
    }
}

namespace Sci.Solvers.Tests;

public class HealthTests
{
    [Fact]
    public void A_wave_that_the_grid_resolves_has_no_tail_and_its_own_courant_number()
    {
        var model = new SpectralModel(
            Equation.Parse(Grid.Line(64, 2 * Math.PI), "u_t = -2*u*u_x + u_xx"), new Rk4(0.01));
        var health = new HealthCheck(model).Of(Along(64, x => 0.5 + Math.Sin(x)));
        Assert.InRange(health.SpectralTail, 0, 1e-14);
        Assert.Equal(0.01 * 2 * 1.5 / (2 * Math.PI / 64), health.CourantNumber, 1e-12);
        Assert.Equal((0.5, 0.75), (Math.Round(health.Means[0], 12), Math.Round(health.MeanSquares[0], 12)));
        Assert.Empty(health.Warnings(1e-6));
    }

    [Fact]
    public void A_steep_front_is_said_to_need_more_points()
    {
        var model = new SpectralModel(Equation.Parse(Grid.Line(64, 2 * Math.PI), "u_t = -u*u_x"), new Rk4(0.2));
        var health = new HealthCheck(model).Of(Along(64, x => Math.Tanh(20 * Math.Sin(x))));
        Assert.InRange(health.SpectralTail, 1e-3, 1);
        Assert.Equal(2, health.Warnings(1e-6).Count());
    }

    [Fact]
    public void Both_directions_of_a_flow_count()
    {
        var grid = Grid.Box(32, 64, 2 * Math.PI, 2 * Math.PI);
        var model = new SpectralModel(Equation.Parse(grid, "q_t = -J(psi,q); q = lap(psi)"), new Rk4(0.01));
        var q = new double[2048];
        for (var i = 0; i < q.Length; i++)
        {
            q[i] = -2 * Math.Sin(2 * Math.PI * (i % 64) / 64) * Math.Cos(2 * Math.PI * (i / 64) / 32);
        }

        // psi = sin x cos y: |psi_y|/dx + |psi_x|/dy is largest where |sin x sin y| = 1, as dx is the smaller spacing.
        Assert.InRange(new HealthCheck(model).Of(q).CourantNumber, 0.01 / (2 * Math.PI / 64) * 0.9999, 0.01 / (2 * Math.PI / 64) * 1.0001);
    }

    [Fact]
    public void A_state_that_is_not_finite_is_named()
    {
        var model = new SpectralModel(Equation.Parse(Grid.Line(8, 1), "u_t = u_xx"), new Rk4(0.01));
        var state = new double[8];
        state[3] = double.NaN;
        Assert.Contains(
            "no longer finite", Assert.Single(new HealthCheck(model).Of(state).Warnings(1)), StringComparison.Ordinal);
    }

    private static double[] Along(int points, Func<double, double> shape) =>
        [.. Grid.Line(points, 2 * Math.PI).Axes[0].Coordinates().Select(shape)];
}

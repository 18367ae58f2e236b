using Sci.Numerics;
using Sci.Testing;

namespace Sci.Solvers.Tests;

public sealed class StencilTests
{
    public static TheoryData<Stencil> All => [Stencil.Second, Stencil.Fourth, Stencil.Sixth];

    [Theory]
    [MemberData(nameof(All))]
    public void The_error_falls_with_the_order_of_the_differences(Stencil stencil)
    {
        var study = Convergence.Of(
            [1.0 / 64, 1.0 / 96, 1.0 / 128], spacing => Error(stencil, (int)Math.Round(1 / spacing)));
        Assert.True(Math.Abs(study.Order - stencil.Order) < 0.2, study.ToString());
    }

    [Fact]
    public void Second_order_is_the_textbook_scheme_at_the_points()
    {
        // One step of Euler by hand: -(u²)ₓ/2 by (f₊ - f₋)/2h, -uₓₓ and -uₓₓₓₓ by the second difference and its square.
        const int N = 64;
        const double Step = 1e-3;
        var grid = Grid.Line(N, 22);
        double h = 22.0 / N;
        var state = Samples.Wave(grid);
        double[] u = [.. state[0]], expected = new double[N];
        double At(double[] of, int i) => of[(i + N) % N];
        var second = Enumerable.Range(0, N).Select(i => (At(u, i + 1) - (2 * u[i]) + At(u, i - 1)) / (h * h)).ToArray();
        for (var i = 0; i < N; i++)
        {
            var flux = (Math.Pow(At(u, i + 1), 2) - Math.Pow(At(u, i - 1), 2)) / (4 * h);
            var fourth = (At(second, i + 1) - (2 * second[i]) + At(second, i - 1)) / (h * h);
            expected[i] = u[i] + (Step * (-flux - second[i] - fourth));
        }

        new SpectralModel(KuramotoSivashinsky.OnLine(grid), new Euler(Step), Stencil.Second).Advance(state);
        Assert.InRange(Samples.Largest(expected, state[0]), 0, 1e-13);
    }

    [Fact]
    public void Differences_serve_vorticity_in_a_box()
    {
        var grid = Grid.Box(32, 32, 2 * Math.PI, 2 * Math.PI);
        var equation = Equation.Parse(grid, "q_t = -J(psi,q) + 0.05*lap(q); q = lap(psi)");
        var study = Convergence.Of([1.0 / 32, 1.0 / 48, 1.0 / 64], spacing =>
        {
            var points = (int)Math.Round(1 / spacing);
            States exact = Vortices(points), ours = Vortices(points);
            var box = Equation.Parse(Grid.Box(points, points, 2 * Math.PI, 2 * Math.PI), equation.ToString());
            new SpectralModel(box, new Etdrk4(0.02)).Advance(exact, 25);
            new SpectralModel(box, new Etdrk4(0.02), Stencil.Fourth).Advance(ours, 25);
            return Samples.Largest(exact[0], ours[0]);
        });
        Assert.True(Math.Abs(study.Order - 4) < 0.3, study.ToString());
    }

    private static double Error(Stencil stencil, int points)
    {
        var equation = Equation.Parse(Grid.Line(points, 2 * Math.PI), "u_t = -u*u_x + 0.2*u_xx - 0.01*u_xxxx");
        States exact = Samples.Wave(equation.Grid), ours = exact.Clone();
        new SpectralModel(equation, new Etdrk4(0.01)).Advance(exact, 20);
        new SpectralModel(equation, new Etdrk4(0.01), stencil).Advance(ours, 20);
        return Samples.Largest(exact[0], ours[0]);
    }

    private static States Vortices(int points)
    {
        var states = new States(1, points * points);
        for (var i = 0; i < points * points; i++)
        {
            var (y, x) = (2 * Math.PI * (i / points) / points, 2 * Math.PI * (i % points) / points);
            states[0][i] = Math.Cos(x) + Math.Cos((2 * y) + x) + Math.Sin(y);
        }

        return states;
    }
}

using Sci.Numerics;
using Sci.Testing;

namespace Sci.Solvers.Tests;

/// <summary>Surface quasi-geostrophic flow, and the half Laplacian that it needs.</summary>
public sealed class SurfaceFlowTests
{
    private static readonly Grid Box = Grid.Box(32, 32, 2 * Math.PI, 2 * Math.PI);

    [Fact]
    public void The_half_laplacian_multiplies_a_wave_by_its_wavenumber()
    {
        var root = new TermEvaluator(
            Box, ["u"], [Term.Parse("root(u)"), Term.Parse("root(u_x)"), Term.Parse("root(u^2)")]);
        var values = root.Evaluate(Wave(0)[0]);
        Assert.InRange(Samples.Largest(values[0], Over((x, y) => 5 * Math.Cos((3 * x) + (4 * y)))[0]), 0, 1e-12);
        Assert.InRange(Samples.Largest(values[1], Over((x, y) => -15 * Math.Sin((3 * x) + (4 * y)))[0]), 0, 1e-11);
        Assert.InRange(Samples.Largest(values[2], Over((x, y) => 5 * Math.Cos((6 * x) + (8 * y)))[0]), 0, 1e-11);
    }

    [Theory]
    [InlineData("root(psi)")]
    [InlineData("root(psi_x)")]
    [InlineData("zonal(root(lap(psi)))")]
    public void Its_text_reads_back(string text) => Assert.Equal(text, Term.Parse(text).ToString());

    [Fact]
    public void Half_of_a_half_is_told_to_be_a_laplacian() => Assert.Contains(
        "Laplacian", Assert.Throws<FormatException>(() => Term.Parse("root(root(u))")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void An_edge_wave_keeps_its_dispersion()
    {
        // ω = Uk + Gk/|k| with k = (3, 4): Held et al. (1995).
        const double Current = 0.3, Gradient = 1.2;
        var flow = Flow() with { Current = Current, Gradient = Gradient };
        var b = Wave(0);
        new SpectralModel(flow.On(Box), new Rk4(0.01)).Advance(b, 200);
        Assert.InRange(Samples.Largest(b[0], Wave(2 * 3 * (Current + (Gradient / 5)))[0]), 0, 1e-7);
    }

    [Fact]
    public void Turbulence_keeps_energy_and_variance()
    {
        var model = new SpectralModel(Flow().On(Box), new Rk4(0.005), Dealiasing.TwoThirds);
        var kept = new Quantities(
            model.Equation, [Quantity.Parse("energy", "0.5*psi*b"), Quantity.Parse("variance", "0.5*b^2")]);
        var b = Eddies();
        var before = kept.Of(b[0]);
        model.Advance(b, 200);
        Assert.All(kept.Of(b[0]).Zip(before), pair => Assert.Equal(pair.Second, pair.First, 1e-8 * pair.Second));
    }

    [Fact]
    public void Steps_converge_at_the_order_of_the_scheme()
    {
        var equation = (Flow() with { HyperViscosity = 1e-6, HyperViscosityPower = 2 }).On(Box);
        States Solve(double timeStep)
        {
            var b = Eddies();
            new SpectralModel(equation, new Krogstad(timeStep), Dealiasing.TwoThirds).Advance(
                b, (int)Math.Round(0.5 / timeStep));
            return b;
        }

        var exact = Solve(1.0 / 256);
        var study = Convergence.Of(
            [1.0 / 16, 1.0 / 32, 1.0 / 64], timeStep => Samples.Largest(Solve(timeStep)[0], exact[0]));
        Assert.True(Math.Abs(study.Order - 4) < 0.3, study.ToString());
    }

    private static SurfaceFlow Flow() =>
        new() { Current = 0, Gradient = 0, Drag = 0, HyperViscosity = 0, HyperViscosityPower = 1 };

    private static States Wave(double phase) => Over((x, y) => Math.Cos((3 * x) + (4 * y) - phase));

    private static States Eddies() => Over((x, y) =>
        Math.Cos(x + (2 * y))
            + (0.7 * Math.Sin((2 * x) - y)) + (0.5 * Math.Cos(3 * y)) + (0.3 * Math.Sin((3 * x) + y)));

    private static States Over(Func<double, double, double> shape)
    {
        var (y, x) = (Box.Axes[0].Coordinates(), Box.Axes[1].Coordinates());
        return States.Of([.. y.SelectMany(row => x.Select(column => shape(column, row)))]);
    }
}

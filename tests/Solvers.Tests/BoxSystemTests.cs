using Sci.Numerics;

namespace Sci.Solvers.Tests;

/// <summary>Equations in a doubly periodic box against exact solutions and conservation laws.</summary>
public class BoxSystemTests
{
    private const string Vorticity = "q_t = -J(psi,q); q = lap(psi)";

    [Fact]
    public void The_vortices_of_taylor_and_green_decay_by_viscosity_alone()
    {
        var grid = Grid.Box(16, 24, 2 * Math.PI, 2 * Math.PI);
        var model = new SpectralModel(
            Equation.Parse(grid, "q_t = -J(psi,q) + 0.1*lap(q); q = lap(psi)"), new Etdrk4(0.1));
        var q = Across(grid, (x, y) => Math.Cos(x) * Math.Cos(y));
        model.Advance(q, 50);
        Assert.InRange(
            Samples.Largest(q[0], Across(grid, (x, y) => Math.Exp(-1) * Math.Cos(x) * Math.Cos(y))[0]), 0, 1e-13);
    }

    [Theory]
    [InlineData("2/3")]
    [InlineData("3/2")]
    public void Advection_of_vorticity_conserves_energy_and_enstrophy(string name)
    {
        var grid = Grid.Box(32, 32, 2 * Math.PI, 2 * Math.PI);
        var equation = Equation.Parse(grid, Vorticity);
        var model = new SpectralModel(
            equation, new DormandPrince(2e-3), name == "2/3" ? Dealiasing.TwoThirds : Dealiasing.ThreeHalves);
        var invariants = new TermEvaluator(equation, [Term.Parse("psi*q"), Term.Parse("q^2"), Term.Parse("q")]);
        var q = Across(grid, (x, y) => Math.Sin(x + 0.3) * Math.Cos(2 * y) + Math.Cos((3 * x) - y) + (0.5 * Math.Sin(
            (2 * x) + (3 * y))));
        var before = Means(invariants.Evaluate(q[0]));
        model.Advance(q, 500);
        var after = Means(invariants.Evaluate(q[0]));
        Assert.Equal(before[0], after[0], 1e-10 * Math.Abs(before[0]));
        Assert.Equal(before[1], after[1], 1e-10 * before[1]);
        Assert.Equal(before[2], after[2], 1e-14);
    }

    [Fact]
    public void A_rossby_wave_moves_west_with_its_phase_speed()
    {
        const double Beta = 2;
        var grid = Grid.Box(16, 16, 2 * Math.PI, 2 * Math.PI);
        var model = new SpectralModel(
            Equation.Parse(grid, "q_t = -J(psi,q) - 2*psi_x; q = lap(psi)"), new Krogstad(0.02), Dealiasing.TwoThirds);
        var q = Across(grid, (x, y) => Math.Cos((2 * x) + y));
        model.Advance(q, 100);
        var speed = -Beta / 5;
        Assert.InRange(
            Samples.Largest(q[0], Across(grid, (x, y) => Math.Cos((2 * (x - (speed * 2))) + y))[0]), 0, 1e-8);
    }

    [Fact]
    public void Kuramoto_and_sivashinsky_in_a_box_are_those_on_a_line_for_fields_without_y()
    {
        const double L = 22;
        Grid box = Grid.Box(8, 64, L, L), line = Grid.Line(64, L);
        var height = new SpectralModel(
            Equation.Parse(box, "h_t = -0.5*h_x^2 - 0.5*h_y^2 - lap(h) - lap^2(h)"), new Krogstad(0.02),
            Dealiasing.ThreeHalves);
        var slope = new SpectralModel(
            Equation.Parse(line, "u_t = -u*u_x - u_xx - u_xxxx"), new Krogstad(0.02), Dealiasing.ThreeHalves);
        var h = Across(box, (x, _) => Math.Sin(2 * Math.PI * x / L) + (0.5 * Math.Cos(4 * Math.PI * x / L)));
        var u = new TermEvaluator(line, ["h"], [Term.Parse("h_x")]).Evaluate(h[0][..64]);
        height.Advance(h, 500);
        slope.Advance(u, 500);
        var hx = new TermEvaluator(box, ["h"], [Term.Parse("h_x"), Term.Parse("h_y")]).Evaluate(h[0]);
        Assert.InRange(Samples.Largest(hx[0][..64], u[0]), 0, 1e-9);
        Assert.InRange(Samples.Largest(hx[1], new double[512]), 0, 1e-9);
    }

    [Fact]
    public void A_steady_force_balances_drag()
    {
        var grid = Grid.Box(16, 16, 2 * Math.PI, 2 * Math.PI);
        var force = Across(grid, (x, y) => Math.Cos(4 * y))[0].ToArray();
        var equation = Equation.Parse(grid, "q_t = -J(psi,q) - 0.5*q + force; q = lap(psi)", new Dictionary<string, double[]> { ["force"] = force });
        var q = new States(1, 256);
        new SpectralModel(equation, new Etdrk4(0.25)).Advance(q, 300);
        Assert.InRange(Samples.Largest(q[0], Across(grid, (x, y) => 2 * Math.Cos(4 * y))[0]), 0, 1e-12);
    }

    [Fact]
    public void Topography_steers_what_it_advects()
    {
        // A flow along the contours of q + h is steady: psi a function of it, here psi = -(q + h).
        var grid = Grid.Box(32, 32, 2 * Math.PI, 2 * Math.PI);
        var h = Across(grid, (x, y) => 2 * Math.Sin(x) * Math.Sin(2 * y))[0].ToArray();
        var equation = Equation.Parse(
            grid, "q_t = -J(psi,q) - J(psi,h); q = lap(psi)", new Dictionary<string, double[]> { ["h"] = h });
        // lap(psi) = -5 psi for this shape, so psi = -(q + h) gives q = -5 psi and psi (1 - 5) = -h.
        var q = Across(grid, (x, y) => -5 * 0.25 * 2 * Math.Sin(x) * Math.Sin(2 * y));
        var before = q.Clone();
        new SpectralModel(equation, new Rk4(0.05)).Advance(q, 40);
        Assert.InRange(Samples.Largest(q[0], before[0]), 0, 1e-12);
    }

    private static States Across(Grid grid, Func<double, double, double> shape) => States.Of(
        [.. grid.Axes[0].Coordinates().SelectMany(y => grid.Axes[1].Coordinates().Select(x => shape(x, y)))]);

    private static double[] Means(States rows) =>
        [.. Enumerable.Range(0, rows.Count).Select(row => rows[row].ToArray().Average())];
}

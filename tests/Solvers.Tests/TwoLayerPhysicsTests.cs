using Sci.Numerics;

namespace Sci.Solvers.Tests;

public class TwoLayerPhysicsTests
{
    private static readonly Grid Grid = new(new Axis("y", 32, 10, 0), new Axis("x", 24, 8, 0));

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(2, 3, 1)]
    [InlineData(1, 1, -1)]
    public void A_rossby_wave_travels_with_its_phase_speed(int mx, int my, int sign)
    {
        // Layers in phase (sign 1): c = -β/K²; in opposite phase: c = -β/(K² + 2). A single wave is no nonlinear
        // matter.
        const double Beta = 0.7, Time = 3;
        double kx = 2 * Math.PI * mx / 8, ky = 2 * Math.PI * my / 10, square = (kx * kx) + (ky * ky);
        var speed = -Beta / (sign > 0 ? square : square + 2);
        double[] Wave(double shift) =>
            [.. new[] { 1, sign }.SelectMany(layer => Grid.Axes[0].Coordinates().SelectMany(y =>
            Grid.Axes[1].Coordinates().Select(x => layer * Math.Cos((kx * (x - shift)) + (ky * y)))))];
        var q = States.Of(Wave(0));

        new SpectralModel(Free(Beta), new Krogstad(0.05), Dealiasing.ThreeHalves).Advance(q, 60);

        Assert.InRange(Samples.Largest(q[0], Wave(speed * Time)), 0, 1e-6);
    }

    [Fact]
    public void Energy_and_enstrophy_are_kept_where_nothing_forces()
    {
        var equation = Free(0.3);
        var drifts = new[] { 0.1, 0.05 }.Select(timeStep =>
        {
            var q = Turbulent(equation);
            var before = Invariants(equation, q[0]);
            new SpectralModel(equation, new Krogstad(timeStep), Dealiasing.ThreeHalves)
                .Advance(q, (int)Math.Round(2 / timeStep));
            return Invariants(equation, q[0]).Zip(before, (after, first) => Math.Abs((after / first) - 1)).ToArray();
        }).ToArray();

        // The products conserve; what is left is the time step's, of order 4 or better.
        for (var i = 0; i < 2; i++)
        {
            Assert.InRange(drifts[1][i], 0, 1e-4);
            Assert.InRange(drifts[1][i], 0, Math.Max(drifts[0][i] / 10, 1e-12));
        }
    }

    [Fact]
    public void The_default_scheme_is_of_order_four_on_the_jet()
    {
        var equation = (TwoLayerJet.Published with { HyperViscosity = 1e-5 }).On(Grid);
        States Solve(double timeStep)
        {
            var q = Turbulent(equation);
            new SpectralModel(equation, new Krogstad(timeStep), Dealiasing.ThreeHalves)
                .Advance(q, (int)Math.Round(1 / timeStep));
            return q;
        }

        var exact = Solve(0.0125);
        var study = Testing.Convergence.Of([0.2, 0.1, 0.05], timeStep => Samples.Largest(Solve(timeStep)[0], exact[0]));

        Assert.True(study.Order > 3.7, study.ToString());
    }

    // The jet's equations with neither forcing nor sponge nor friction.
    private static Equation Free(double beta)
    {
        var jet = TwoLayerJet.Published with
        {
            Beta = beta,
            Relaxation = 0,
            EquilibriumRelaxation = 0,
            BottomDrag = 0,
            HyperViscosity = 0,
        };
        return jet.On(Grid).Plus("q1", NoSponge("q1")).Plus("q2", NoSponge("q2"));
    }

    private static WeightedTerm[] NoSponge(string q) =>
        [new(1, Term.Parse($"mu*{q}")), new(-1, Term.Parse($"mu*zonal({q})"))];

    private static States Turbulent(Equation equation)
    {
        var q = new States(1, equation.Size);
        for (var i = 0; i < q.Size; i++)
        {
            var (layer, point) = (i / Grid.Points, i % Grid.Points);
            var (y, x) = (2 * Math.PI * (point / 24) / 32, 2 * Math.PI * (point % 24) / 24);
            q[0][i] = Math.Sin(y + layer + x) + Math.Cos((2 * x) - y) + Math.Sin(x + (3 * y) - layer);
        }

        return q;
    }

    // Σ½(|∇ψ₁|² + |∇ψ₂|² + (ψ₁ - ψ₂)²) = -Σ½(ψ₁q₁ + ψ₂q₂), and Σ(q₁² + q₂²): β moves enstrophy between the layers.
    private static double[] Invariants(Equation equation, ReadOnlySpan<double> q)
    {
        var terms = new TermEvaluator(equation, [.. new[] { "psi1*q1", "psi2*q2", "q1^2", "q2^2" }.Select(Term.Parse)])
            .Evaluate(q);
        double[] sums = [.. Enumerable.Range(0, 4).Select(i => terms[i].ToArray().Sum())];
        return [-(sums[0] + sums[1]) / 2, sums[2] + sums[3]];
    }
}

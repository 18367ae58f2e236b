using Sci.Numerics;

namespace Sci.Solvers.Tests;

public class LeapfrogJetTests
{
    private const int Ny = 24;
    private const int Nx = 12;

    private static readonly Grid Grid = new(new Axis("y", Ny, 68, -34), new Axis("x", Nx, 46, -23));

    [Fact]
    public void A_hundred_steps_are_those_of_the_scheme_written_down_a_second_time()
    {
        var jet = TwoLayerJet.Published with { HyperViscosity = 1e-2, Advection = 0.9, EquilibriumRelaxation = 0.02 };
        var q = Start(Ny, Nx);
        double[][,] plain = [Layer(q[0], 0), Layer(q[0], 1)];

        new LeapfrogJet(jet, Grid, 0.025, 0.04).Advance(q, 100);
        var other = new PlainJet(jet, Ny, Nx, 68, 46).Run(plain, 0.025, 0.04, 100);

        double[] expected = [.. other[0].Cast<double>(), .. other[1].Cast<double>()];
        Assert.InRange(Samples.Largest(q[0], expected) / Samples.Largest(expected, new double[expected.Length]), 0,
            1e-11);
    }

    [Fact]
    public void Its_error_falls_with_the_step()
    {
        var jet = TwoLayerJet.Published with { HyperViscosity = 1e-4 };
        States Solve(double timeStep)
        {
            var q = Start(Ny, Nx);
            new LeapfrogJet(jet, Grid, timeStep, filter: 0).Advance(q, (int)Math.Round(1 / timeStep));
            return q;
        }

        var exact = Solve(0.000625);
        var study = Testing.Convergence.Of([0.02, 0.01, 0.005], timeStep =>
            Samples.Largest(Solve(timeStep)[0], exact[0]));

        // Leapfrog is of order 2, the implicit hyperviscosity of order 1.
        Assert.True(study.Order is > 0.9 and < 2.2, study.ToString());
    }

    [Fact]
    public void It_solves_the_equation_of_the_jet()
    {
        // Without β both solve the same equations, half-sampling modes aside, which are small on this grid.
        var grid = new Grid(new Axis("y", 96, 68, -34), new Axis("x", 48, 46, -23));
        var jet = TwoLayerJet.Published with { Beta = 0, HyperViscosity = 1e-4 };
        States exact = Start(96, 48), q = Start(96, 48);

        new SpectralModel(jet.On(grid), new Krogstad(0.02), Dealiasing.ThreeHalves).Advance(exact, 50);
        new LeapfrogJet(jet, grid, 0.0025, filter: 0).Advance(q, 400);

        Assert.InRange(Samples.Largest(q[0], exact[0]), 0, 1e-3);
    }

    private static States Start(int ny, int nx)
    {
        var q = new States(1, 2 * ny * nx);
        for (var layer = 0; layer < 2; layer++)
        {
            for (var i = 0; i < ny * nx; i++)
            {
                var (y, x) = (2 * Math.PI * (i / nx) / ny, 2 * Math.PI * (i % nx) / nx);
                q[0][(layer * ny * nx) + i] =
                    (2 * Math.Sin(y + layer)) + Math.Cos((2 * x) - y) + Math.Sin(x + (3 * y) + layer);
            }
        }

        return q;
    }

    private static double[,] Layer(ReadOnlySpan<double> state, int layer)
    {
        var field = new double[Ny, Nx];
        for (var i = 0; i < Grid.Points; i++)
        {
            field[i / Nx, i % Nx] = state[(layer * Grid.Points) + i];
        }

        return field;
    }
}

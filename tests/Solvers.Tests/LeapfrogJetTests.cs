using Sci.Numerics;
using Sci.Numerics.Lanes;
using Sci.Solvers.Kernels;

namespace Sci.Solvers.Tests;

public class LeapfrogJetTests
{
    private static readonly Grid Grid = Box(24, 12);

    // Whole fields on the first box, lanes on the second.
    [Theory]
    [InlineData(24, 12)]
    [InlineData(32, 16)]
    public void A_hundred_steps_are_those_of_the_scheme_written_down_a_second_time(int ny, int nx)
    {
        var jet = TwoLayerJet.Published with { HyperViscosity = 1e-2, Advection = 0.9, EquilibriumRelaxation = 0.02 };
        var q = Start(ny, nx);
        double[][,] plain = [Layer(q[0], 0, ny, nx), Layer(q[0], 1, ny, nx)];

        new LeapfrogJet(jet, Box(ny, nx), 0.025, 0.04).Advance(q, 100);
        var other = new PlainJet(jet, ny, nx, 68, 46).Run(plain, 0.025, 0.04, 100);

        double[] expected = [.. other[0].Cast<double>(), .. other[1].Cast<double>()];
        Assert.InRange(Samples.Largest(q[0], expected) / Samples.Largest(expected, new double[expected.Length]), 0,
            1e-11);
    }

    [Fact]
    public void Lanes_step_the_published_jet_as_whole_fields_do()
    {
        var symbols = new JetSymbols(TwoLayerJet.Published, TwoLayerJet.PublishedGrid, 0.025, 0.04);
        var lanes = Start(192, 96);
        // Slow enough for the published step on the published box.
        foreach (ref var value in lanes.Values)
        {
            value *= 0.05;
        }

        var whole = lanes.Clone();

        Assert.True(JetLayout<Places256<double>>.Fits(symbols));
        LeapfrogJet.Published(TwoLayerJet.Published).Advance(lanes, 100);
        new WholeFieldJet(symbols).Advance(whole[0], 100);

        Assert.InRange(Samples.Largest(lanes[0], whole[0]) / Samples.Largest(whole[0], new double[whole.Size]), 0,
            1e-11);
    }

    [Fact]
    public void A_blow_up_is_told_with_its_step()
    {
        var states = Start(192, 96);
        states[0][0] = double.NaN;

        var told = Assert.Throws<BlowUpException>(() =>
            LeapfrogJet.Published(TwoLayerJet.Published).Advance(states, 5));

        Assert.Contains("0.025", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_error_falls_with_the_step()
    {
        var jet = TwoLayerJet.Published with { HyperViscosity = 1e-4 };
        States Solve(double timeStep)
        {
            var q = Start(24, 12);
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
        var grid = Box(96, 48);
        var jet = TwoLayerJet.Published with { Beta = 0, HyperViscosity = 1e-4 };
        States exact = Start(96, 48), q = Start(96, 48);

        new SpectralModel(jet.On(grid), new Krogstad(0.02), Dealiasing.ThreeHalves).Advance(exact, 50);
        new LeapfrogJet(jet, grid, 0.0025, filter: 0).Advance(q, 400);

        Assert.InRange(Samples.Largest(q[0], exact[0]), 0, 1e-3);
    }

    private static Grid Box(int ny, int nx) => new(new Axis("y", ny, 68, -34), new Axis("x", nx, 46, -23));

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

    private static double[,] Layer(ReadOnlySpan<double> state, int layer, int ny, int nx)
    {
        var field = new double[ny, nx];
        for (var i = 0; i < ny * nx; i++)
        {
            field[i / nx, i % nx] = state[(layer * ny * nx) + i];
        }

        return field;
    }
}

using Sci.Numerics;

namespace Sci.Solvers.Tests;

public class TwoLayerJetTests
{
    private static readonly Grid Grid = new(new Axis("y", 96, 68, -34), new Axis("x", 48, 46, -23));

    [Fact]
    public void The_equilibrium_flow_is_the_published_one()
    {
        var psi = TwoLayerJet.Published.Equilibrium(Grid);
        var flow = new TermEvaluator(Grid, ["psi"], [Term.Parse("psi_y")]).Evaluate(psi)[0];
        Assert.Equal(-1, flow[48 * 48], 0.02);
        Assert.Equal(1, flow[0], 0.02);
    }

    [Fact]
    public void The_equilibrium_without_friction_of_small_scales_stays()
    {
        var jet = TwoLayerJet.Published with { HyperViscosity = 0 };
        var equation = jet.On(Grid);
        var psi = jet.Equilibrium(Grid);
        var layers = new TermEvaluator(Grid, ["psi"], [Term.Parse("lap(psi)"), Term.Parse("psi")]).Evaluate(psi);
        var q = new States(1, equation.Size);
        for (var i = 0; i < Grid.Points; i++)
        {
            q[0][i] = layers[0][i] - layers[1][i];
            q[0][Grid.Points + i] = layers[1][i];
        }

        var before = q.Clone();
        new SpectralModel(equation, new Krogstad(0.1), Dealiasing.ThreeHalves).Advance(q, 50);
        Assert.InRange(Samples.Largest(q[0], before[0]), 0, 1e-11);
    }

    [Fact]
    public void Eddies_grow_on_the_jet_and_stay_bounded()
    {
        var coarse = new Grid(new Axis("y", 64, 68, -34), new Axis("x", 32, 46, -23));
        var equation = TwoLayerJet.Published.On(coarse);
        var model = new SpectralModel(equation, new Krogstad(0.2), Dealiasing.TwoThirds);
        var q = new States(1, equation.Size);
        new RandomSource(3).Normals(q.Values);
        for (var i = 0; i < q.Size; i++)
        {
            q[0][i] *= 1e-3;
        }

        var eddies = new TermEvaluator(equation, [Term.Parse("psi1_x^2")]);
        model.Advance(q, 200);
        var early = eddies.Evaluate(q[0])[0].ToArray().Average();
        model.Advance(q, 1000);
        var late = eddies.Evaluate(q[0])[0].ToArray().Average();
        Assert.InRange(late / early, 10, double.PositiveInfinity);
        Assert.InRange(late, 1e-3, 1);
    }

    [Fact]
    public void A_zonal_mean_keeps_what_does_not_vary_along_x()
    {
        var terms = new TermEvaluator(Grid, ["u"], [Term.Parse("zonal(u)"), Term.Parse("u*zonal(u_y)")]);
        double[] u = [.. Grid.Axes[0].Coordinates().SelectMany(y => Grid.Axes[1].Coordinates().Select(x =>
            Math.Sin(2 * Math.PI * y / 68) + Math.Cos(2 * Math.PI * x / 46)))];
        var means = terms.Evaluate(u);
        for (var i = 0; i < u.Length; i++)
        {
            var y = 2 * Math.PI * Grid.Axes[0].Coordinate(i / 48) / 68;
            Assert.Equal(Math.Sin(y), means[0][i], 1e-13);
            Assert.Equal(u[i] * Math.Cos(y) * 2 * Math.PI / 68, means[1][i], 1e-13);
        }
    }
}

using Sci.Hdf5;
using Sci.Numerics;
using Sci.Testing;

namespace Sci.Solvers.Tests;

public class TwoLayerFlowTests
{
    [Fact]
    public void The_algorithm_of_pyqg_is_repeated()
    {
        using var file = Hdf5File.OpenRead(Reference.File("two_layer_qg_cosine.h5"));
        var flow = new TwoLayerFlow
        {
            Beta = Value("param_beta"),
            DeformationRadius = Value("param_rd"),
            DepthRatio = Value("param_delta"),
            UpperCurrent = Value("param_U1"),
            LowerCurrent = Value("param_U2"),
            BottomDrag = Value("param_rek"),
        };
        var length = Value("param_L");
        var model = flow.AsPyqg(Grid.Box(64, 64, length, length), Value("param_dt"));
        var psi = new TermEvaluator(model.Equation, [Term.Parse("psi1"), Term.Parse("psi2")]);
        foreach (var (steps, tolerance) in new[] { (1, 1e-12), (2, 1e-12), (3, 1e-12), (10, 1e-12), (100, 1e-12), (1000, 1e-9) })
        {
            var q = States.Of(file.Read<double>("q0"));
            model.Advance(q, steps);
            Assert.InRange(Relative(q[0], file.Read<double>($"q_step{steps}")), 0, tolerance);
            Assert.InRange(Relative(psi.Evaluate(q[0]).Values, file.Read<double>($"psi_step{steps}")), 0, tolerance);
        }

        double Value(string name) => file.Read<double>(name)[0];
    }

    [Fact]
    public void Small_waves_grow_at_phillips_rate()
    {
        // Equal layers, no drag: σ² = -(kU)²/4 · [..] of Vallis (2017), (9.80), at β = 0: σ = kU/2 √((2F - k²)/(2F +
        // k²)).
        const double K = 1, Shear = 0.5, F = 2;
        var flow = new TwoLayerFlow
        {
            Beta = 0,
            DeformationRadius = Math.Sqrt(1 / (2 * F)),
            DepthRatio = 1,
            UpperCurrent = Shear,
            LowerCurrent = -Shear,
            BottomDrag = 0,
        };
        var grid = Grid.Box(8, 32, 2 * Math.PI, 2 * Math.PI);
        var model = new SpectralModel(flow.On(grid), new Krogstad(0.05));
        var q = new States(1, 512);
        for (var i = 0; i < 256; i++)
        {
            q[0][i] = 1e-8 * Math.Cos(2 * Math.PI * i / 32);
            q[0][256 + i] = 1e-8 * Math.Sin(2 * Math.PI * i / 32);
        }

        model.Advance(q, 600);
        var early = Size(q[0]);
        model.Advance(q, 100);
        var rate = Math.Log(Size(q[0]) / early) / 5;
        Assert.Equal(K * Shear * Math.Sqrt(((2 * F) - (K * K)) / ((2 * F) + (K * K))), rate, 1e-5);
    }

    private static double Size(ReadOnlySpan<double> q)
    {
        var sum = 0.0;
        foreach (var value in q)
        {
            sum += value * value;
        }

        return Math.Sqrt(sum);
    }

    private static double Relative(ReadOnlySpan<double> a, ReadOnlySpan<double> b) =>
        Samples.Largest(a, b) / Samples.Largest(b, new double[b.Length]);
}

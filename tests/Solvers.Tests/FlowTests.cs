using Sci.Numerics;

namespace Sci.Solvers.Tests;

/// <summary>Flows of any number of layers, and of one plane.</summary>
public sealed class FlowTests
{
    private static readonly Grid Box = Grid.Box(32, 32, 2 * Math.PI, 2 * Math.PI);

    [Fact]
    public void Two_layers_are_the_two_layer_flow()
    {
        var two = new TwoLayerFlow
        {
            Beta = 0.3, DeformationRadius = 0.5, DepthRatio = 0.25, UpperCurrent = 0.4, LowerCurrent = 0.1,
            BottomDrag = 0.05,
        };
        // f₀²/(g'H₁) = F₁ and f₀²/(g'H₂) = F₂ with H₁ = 1, H₂ = 4.
        var layered = Flow([1, 4], [1 / two.UpperStretching], [_ => 0.4, _ => 0.1], [0, 0.05], 0.3);
        States a = Eddies(2), b = a.Clone();
        new SpectralModel(two.On(Box), new Rk4(0.01)).Advance(a, 50);
        new SpectralModel(layered.On(Box), new Rk4(0.01)).Advance(b, 50);
        Assert.InRange(Samples.Largest(a[0], b[0]), 0, 1e-12);
    }

    [Fact]
    public void Three_layers_keep_energy_and_every_layers_enstrophy()
    {
        var equation = Flow([1, 2, 5], [0.5, 0.3], [_ => 0, _ => 0, _ => 0], [0, 0, 0], 0).On(Box);
        var model = new SpectralModel(equation, new Rk4(0.005), Dealiasing.TwoThirds);
        var q = Eddies(3);
        var (energy, enstrophies) = (Energy(equation, q, [1, 2, 5]), Enstrophies(q, 3));
        model.Advance(q, 200);
        Assert.Equal(energy, Energy(equation, q, [1, 2, 5]), Math.Abs(energy) * 1e-9);
        Assert.All(
            Enstrophies(q, 3).Zip(enstrophies), pair => Assert.Equal(pair.Second, pair.First, pair.Second * 1e-9));
    }

    [Fact]
    public void Stretching_keeps_the_mass_of_all_layers()
    {
        var flow = Flow([1, 2, 5], [0.5, 0.3], [_ => 0, _ => 0, _ => 0], [0, 0, 0], 0);
        var s = flow.Stretching();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(0, s[i, 0] + s[i, 1] + s[i, 2], 1e-14);
            for (var j = 0; j < 3; j++)
            {
                Assert.Equal(flow.Depths[i] * s[i, j], flow.Depths[j] * s[j, i], 1e-14);
            }
        }
    }

    [Fact]
    public void A_rossby_wave_in_one_layer_keeps_its_dispersion()
    {
        // ω = Uk - βk/(k² + l²).
        const double Current = 0.7, Beta = 2;
        var model = new SpectralModel(Flow([1], [], [_ => Current], [0], Beta).On(Box), new Rk4(0.01));
        var q = Wave(0);
        model.Advance(q, 300);
        Assert.InRange(Samples.Largest(q[0], Wave(3 * (Current - (Beta / 5)))[0]), 0, 1e-7);
    }

    [Fact]
    public void A_jet_is_steady_where_its_gradient_is_part_of_the_background()
    {
        var flow = Flow([1], [], [y => Math.Sin(y)], [0], 0);
        var equation = flow.On(Box);
        // Gradient of -U″ = sin y: given at the points, with the current.
        Assert.Equal(Math.Sin(2 * Math.PI * 5 / 32), equation.Given["G1"][5 * 32], 1e-12);
        Assert.Equal(Math.Sin(2 * Math.PI * 5 / 32), equation.Given["U1"][5 * 32], 1e-12);
    }

    [Fact]
    public void Flow_along_topography_is_steady()
    {
        // ψ = c·η, q = ∇²ψ: J(ψ, q + η) = 0 for η of one wavenumber.
        var flow = Flow([1], [], [_ => 0], [0], 0) with { Topography = (y, x) => Math.Cos(x) + Math.Cos(y) };
        var model = new SpectralModel(flow.On(Box), new Rk4(0.01));
        var q = new States(1, 1024);
        for (var i = 0; i < 1024; i++)
        {
            q[0][i] = 0.3 * (Math.Cos(2 * Math.PI * (i % 32) / 32) + Math.Cos(2 * Math.PI * (i / 32) / 32));
        }

        var start = q.Clone();
        model.Advance(q, 100);
        Assert.InRange(Samples.Largest(start[0], q[0]), 0, 1e-12);
    }

    [Fact]
    public void Kolmogorovs_laminar_flow_is_steady()
    {
        // w = -(n/(νn²)) cos(ny) balances F = -n cos(ny).
        const double Viscosity = 0.5;
        var flow = new PlaneFlow { Beta = 0, Drag = 0.1, Viscosity = Viscosity, ViscosityPower = 1, Forcing = (y, _) => -2 * Math.Cos(2 * y) };
        var w = new States(1, 1024);
        for (var i = 0; i < 1024; i++)
        {
            w[0][i] = -2 / (0.1 + (4 * Viscosity)) * Math.Cos(2 * (2 * Math.PI * (i / 32) / 32));
        }

        var start = w.Clone();
        new SpectralModel(flow.On(Box), new Etdrk4(0.1)).Advance(w, 100);
        Assert.InRange(Samples.Largest(start[0], w[0]), 0, 1e-12);
    }

    [Fact]
    public void Kuramoto_sivashinsky_in_a_box_holds_the_line_as_the_slope_of_its_height()
    {
        // A height without y: its slope obeys the equation on the line.
        var line = Grid.Line(64, 22);
        var h = new States(1, 16 * 64);
        var u = new States(1, 64);
        for (var i = 0; i < 16 * 64; i++)
        {
            var x = 2 * Math.PI * (i % 64) / 64;
            h[0][i] = Math.Sin(2 * x);
            u[0][i % 64] = 2 * 2 * Math.PI / 22 * Math.Cos(2 * x);
        }

        var box = KuramotoSivashinsky.InBox(Grid.Box(16, 64, 22, 22));
        new SpectralModel(box, new Etdrk4(0.05)).Advance(h, 200);
        new SpectralModel(KuramotoSivashinsky.OnLine(line), new Etdrk4(0.05)).Advance(u, 200);
        var slope = new TermEvaluator(box, [Term.Parse("h_x")]).Evaluate(h[0]);
        Assert.InRange(Samples.Largest(u[0], slope[0][..64]), 0, 1e-8);
    }

    private static LayeredFlow Flow(
        double[] depths, double[] gravities, Func<double, double>[] currents, double[] drags, double beta) => new()
        {
            Coriolis = 1, Beta = beta, Depths = depths, ReducedGravities = gravities, Currents = currents,
            Drags = drags,
            HyperViscosity = 0, HyperViscosityPower = 2, Topography = null,
        };

    private static States Wave(double phase)
    {
        var q = new States(1, 1024);
        for (var i = 0; i < 1024; i++)
        {
            q[0][i] = Math.Cos((2 * Math.PI * (i % 32) / 32) + (4 * Math.PI * (i / 32) / 32) - phase);
        }

        return q;
    }

    private static States Eddies(int layers)
    {
        var q = new States(1, layers * 1024);
        for (var i = 0; i < layers * 1024; i++)
        {
            var (layer, y, x) = (i / 1024, 2 * Math.PI * (i % 1024 / 32) / 32, 2 * Math.PI * (i % 32) / 32);
            q[0][i] = Math.Cos(x + (2 * y) + layer) + (0.5 * Math.Sin((3 * x) - y - layer));
        }

        return q;
    }

    // -½ Σ Hᵢ ∫ ψᵢ qᵢ: kinetic and available potential energy.
    private static double Energy(Equation equation, States q, double[] depths)
    {
        var psi = new TermEvaluator(equation, [.. Enumerable.Range(1, depths.Length).Select(i => Term.Parse($"psi{i}"))]).Evaluate(q[0]);
        var sum = 0.0;
        for (var i = 0; i < depths.Length * 1024; i++)
        {
            sum -= 0.5 * depths[i / 1024] * psi[i / 1024][i % 1024] * q[0][i];
        }

        return sum;
    }

    private static double[] Enstrophies(States q, int layers) =>
        [.. Enumerable.Range(0, layers).Select(
            layer => q[0].Slice(layer * 1024, 1024).ToArray().Sum(value => value * value))];
}

using System.Numerics;
using Sci.Numerics;

namespace Sci.Solvers.Tests;

/// <summary>Flow between walls: sines for deviations from the mean along x, cosines for that mean.</summary>
public sealed class ChannelTests
{
    private static readonly Grid Channel = Grid.Channel(24, 24, 2, 2 * Math.PI);

    private static readonly TwoLayerFlow Sheared = new()
    {
        Beta = 0.4, DeformationRadius = 0.2, DepthRatio = 0.5, UpperCurrent = 0.8, LowerCurrent = -0.2,
        BottomDrag = 0.05,
    };

    public static TheoryData<string> Dealiasings => new("2/3", "3/2");

    [Theory]
    [InlineData(true, 1, 1)]
    [InlineData(true, 2, 1)]
    [InlineData(true, 1, 2)]
    [InlineData(false, 1, 0)]
    [InlineData(false, 2, 1)]
    public void Small_waves_in_a_sheared_flow_grow_and_travel_as_phillips_says(bool walls, int waves, int across)
    {
        var grid = walls ? Channel : Grid.Box(24, 24, 4, 2 * Math.PI);
        var wave = new TwoLayerWave(Sheared, waves, across * Math.PI / 2);
        var q = wave.At(grid, 0, 1e-12, new Complex(0, 2e-12));

        new SpectralModel(Sheared.On(grid), new Krogstad(0.025), Dealiasing.TwoThirds).Advance(q, 800);

        var exact = wave.At(grid, 20, 1e-12, new Complex(0, 2e-12));
        Assert.InRange(wave.GrowthRate * 20, 5, 15);
        Assert.InRange(Samples.Largest(q[0], exact[0]), 0, 1e-5 * Samples.Largest(exact[0], new double[q.Size]));
    }

    [Fact]
    public void A_rossby_wave_between_walls_travels_with_its_phase_speed()
    {
        // In phase in both layers, c = -β/(k² + l²); J(ψ, q) = 0 for a single wave of any amplitude.
        const double Beta = 0.7, Time = 5, K = 2, L = Math.PI;
        var flow = Sheared with { Beta = Beta, UpperCurrent = 0, LowerCurrent = 0, BottomDrag = 0 };
        States Wave(double shift) => Field(
            (eta, x, _) => Math.Cos(K * (x - shift)) * Math.Sin(L * eta * 2 / Math.PI), Channel);
        var q = Wave(0);

        new SpectralModel(flow.On(Channel), new Krogstad(0.05), Dealiasing.TwoThirds).Advance(q, 100);

        Assert.InRange(Samples.Largest(q[0], Wave(-Beta / ((K * K) + (L * L)) * Time)[0]), 0, 1e-6);
    }

    [Theory]
    [MemberData(nameof(Dealiasings))]
    public void Energy_and_enstrophy_are_kept_between_walls(string dealiasing)
    {
        var equation = Free.On(Channel);
        double[] Drifts(double timeStep)
        {
            var q = Eddies(Channel);
            var before = Invariants(equation, q[0]);
            new SpectralModel(equation, new Krogstad(timeStep), Kind(dealiasing))
                .Advance(q, (int)Math.Round(1 / timeStep));
            return [.. Invariants(equation, q[0]).Zip(before, (after, first) => Math.Abs((after / first) - 1))];
        }

        // The products conserve; what is left is the time step's, of order 4 or better.
        double[] coarse = Drifts(0.05), fine = Drifts(0.025);
        for (var i = 0; i < 2; i++)
        {
            Assert.InRange(fine[i], 0, 1e-8);
            Assert.InRange(fine[i], 0, Math.Max(coarse[i] / 10, 1e-12));
        }
    }

    [Fact]
    public void Layers_exchange_momentum_and_keep_their_sum()
    {
        var grid = Grid.Channel(48, 24, 2, 2 * Math.PI);
        var equation = Free.On(grid);
        var mean = new TermEvaluator(equation, [Term.Parse("psi1_y"), Term.Parse("psi2_y")]);
        double[] Momenta(States q)
        {
            var slopes = mean.Evaluate(q[0]);
            return [-slopes[0].ToArray().Average(), -slopes[1].ToArray().Average()];
        }

        var q = Eddies(grid);
        var before = Momenta(q);
        new SpectralModel(equation, new Krogstad(0.01), Dealiasing.TwoThirds).Advance(q, 100);
        var after = Momenta(q);

        double upper = after[0] - before[0], lower = after[1] - before[1];
        Assert.InRange(Math.Abs(upper), 1e-4, 1);
        Assert.InRange(Math.Abs(upper + lower), 0, 1e-3 * Math.Abs(upper));
    }

    [Fact]
    public void The_mean_flow_at_the_walls_stays_as_momentum_asks()
    {
        // Between the wall and the first row the mean velocity changes by no more than its slope allows: it is linear.
        double Ratio(int rows)
        {
            var grid = Grid.Channel(rows, 16, 2, 2 * Math.PI);
            var equation = Free.On(grid);
            var q = Eddies(grid);
            new SpectralModel(equation, new Krogstad(0.01), Dealiasing.TwoThirds).Advance(q, 50);
            var u = new TermEvaluator(equation, [Term.Parse("zonal(psi1_y)")]).Evaluate(q[0])[0].ToArray();
            return Math.Abs(u[0]) / u.Max(Math.Abs);
        }

        double coarse = Ratio(32), fine = Ratio(64);
        Assert.InRange(fine, 0, 0.6 * coarse);
        Assert.InRange(coarse, 1e-6, 0.3);
    }

    [Fact]
    public void One_layer_between_walls_is_the_odd_half_of_a_periodic_flow()
    {
        // Without stretching ∫⟨vq⟩ = 0, so that a stream function that is odd about both walls obeys their rules.
        var flow = new PlaneFlow { Beta = 0.5, Drag = 0, Viscosity = 0, ViscosityPower = 1, Forcing = null };
        double Error(double spacing)
        {
            var rows = (int)Math.Round(Math.PI / spacing);
            var channel = Grid.Channel(rows, 24, Math.PI, 2 * Math.PI);
            var box = new Grid(new Axis("y", 2 * rows, 2 * Math.PI, 0), channel.Axes[1]);
            States Vortices(Grid grid) => Field((eta, x, _) =>
                (Math.Sin(eta) * Math.Cos(x)) + (Math.Sin(2 * eta) * Math.Sin((2 * x) + 1)), grid, layers: 1);
            States q = Vortices(channel), image = Vortices(box);
            new SpectralModel(flow.On(channel), new Krogstad(0.02), Dealiasing.TwoThirds).Advance(q, 50);
            new SpectralModel(flow.On(box), new Krogstad(0.02), Dealiasing.TwoThirds).Advance(image, 50);
            return Math.Sqrt(q[0].ToArray().Zip(image[0].ToArray(), (a, b) => (a - b) * (a - b)).Average());
        }

        var study = Testing.Convergence.Of([Math.PI / 16, Math.PI / 32, Math.PI / 64], Error);

        Assert.True(study.Order > 1.4, study.ToString());
        Assert.InRange(study.Errors[2], 0, 1e-2);
    }

    [Fact]
    public void The_default_scheme_is_of_order_four_between_walls()
    {
        States Solve(double timeStep)
        {
            var q = Eddies(Channel);
            new SpectralModel(Sheared.On(Channel), new Krogstad(timeStep), Dealiasing.TwoThirds)
                .Advance(q, (int)Math.Round(0.8 / timeStep));
            return q;
        }

        var exact = Solve(0.0025);
        var study = Testing.Convergence.Of(
            [0.04, 0.02, 0.01], timeStep => Samples.Largest(Solve(timeStep)[0], exact[0]));

        Assert.InRange(study.Order, 3.7, 4.6);
    }

    [Theory]
    [MemberData(nameof(Dealiasings))]
    public void The_adjoint_between_walls_is_the_transpose_of_the_tangent(string dealiasing)
    {
        var model = new SpectralModel(Sheared.On(Channel), new Krogstad(0.05), Kind(dealiasing));
        var along = model.Linearise(Eddies(Channel)[0], 5);
        States change = new(2, model.Equation.Size), gradient = new(2, model.Equation.Size);
        new RandomSource(1).Normals(change.Values);
        new RandomSource(2).Normals(gradient.Values);
        States tangent = change.Clone(), adjoint = gradient.Clone();

        along.Tangent(tangent);
        along.Adjoint(adjoint);

        double left = Dot(gradient, tangent), right = Dot(adjoint, change);
        Assert.Equal(left, right, 1e-12 * Math.Sqrt(Dot(gradient, gradient) * Dot(tangent, tangent)));
    }

    [Fact]
    public void A_jet_between_walls_stays_at_its_equilibrium()
    {
        var grid = Grid.Channel(96, 16, 68, 46);
        var jet = TwoLayerJet.Published with { HyperViscosity = 0 };
        var equation = jet.On(grid);
        var psi = jet.Equilibrium(grid);
        var terms = new TermEvaluator(grid, ["psi"], [Term.Parse("lap(psi)"), Term.Parse("psi_y")]).Evaluate(psi);
        var q = States.Of([.. terms[0].ToArray().Zip(psi, (lap, p) => lap - p), .. psi]);
        var before = q.Clone();

        new SpectralModel(equation, new Krogstad(0.1)).Advance(q, 50);

        Assert.DoesNotContain("mu", equation.Given.Keys);
        Assert.Equal(-1, terms[1][48 * 16], 0.02);
        Assert.InRange(Samples.Largest(q[0], before[0]), 0, 1e-9);
    }

    [Fact]
    public void A_current_that_is_not_periodic_brings_its_own_gradient()
    {
        var flow = new LayeredFlow
        {
            Coriolis = 1, Beta = 0.3, Depths = [1], ReducedGravities = [], Currents = [y => (y * y * y) + y],
            Drags = [0], HyperViscosity = 0, HyperViscosityPower = 1, Topography = null,
        };
        var given = flow.On(Channel).Given["G1"];
        for (var row = 0; row < 24; row++)
        {
            Assert.Equal(0.3 - (6 * Channel.Axes[0].Coordinate(row)), given[row * 24], 1e-9);
        }
    }

    [Fact]
    public void Noise_between_walls_has_its_rate_and_spectra_their_sum()
    {
        // 2·rate·Δt in the mean; of 400 draws of some ten waves the mean is right to 2 %, three deviations to 6 %.
        var equation = Equation.Parse(Channel, "w_t = -J(psi,w); w = lap(psi)");
        var states = new States(400, Channel.Points);
        new RingForcing(Channel, 3, 1, 0.5, 0, new RandomSource(1)).Add(states, 0, 1);
        var squares = Dot(states, states) / states.Values.Length;
        var budget = new SpectralBudget(new SpectralModel(equation, new Rk4(0.1)));
        budget.Add(states[0]);

        Assert.InRange(squares, 0.94, 1.06);
        Assert.Equal(
            0.5 * states[0].ToArray().Average(value => value * value), budget.Spectrum[0].ToArray().Sum(), 1e-12);
    }

    [Fact]
    public void What_a_channel_cannot_be_is_said()
    {
        Assert.Throws<ArgumentException>(() => new Grid(new Axis("x", 8, 1, 0) { HasWalls = true }));
        Assert.Throws<ArgumentException>(() => new Grid(
            new Axis("y", 8, 1, 0), new Axis("x", 8, 1, 0) { HasWalls = true }));
        Assert.Throws<ArgumentException>(() => new LeapfrogJet(TwoLayerJet.Published, Channel, 0.025, 0.04));
        var odd = Equation.Parse(Channel, "q_t = psi; q = lap(psi) + psi_y");
        Assert.Contains("sines of cosines", Assert.Throws<ArgumentException>(
            () => new SpectralModel(odd, new Rk4(0.1))).Message, StringComparison.Ordinal);
    }

    // Equal layers, so that β keeps the sum of the enstrophies.
    private static TwoLayerFlow Free => Sheared with
    {
        DepthRatio = 1, UpperCurrent = 0, LowerCurrent = 0, BottomDrag = 0,
    };

    private static Dealiasing Kind(string name) =>
        name == "2/3" ? Dealiasing.TwoThirds : Dealiasing.ThreeHalves;

    private static States Eddies(Grid grid) => Field((eta, x, layer) =>
        (2 * Math.Sin(eta) * Math.Cos(x + layer)) + (Math.Sin(2 * eta) * Math.Sin((2 * x) - layer))
        + (Math.Cos(eta) * (1 - layer)) + (0.5 * Math.Sin(3 * eta) * Math.Cos(x)), grid);

    // A function of the distance from the wall, over the width π, of x and of the layer.
    private static States Field(Func<double, double, int, double> value, Grid grid, int layers = 2)
    {
        Axis y = grid.Axes[0], x = grid.Axes[1];
        var rows = y.HasWalls ? y.Points : y.Points / 2;
        return States.Of([.. Enumerable.Range(0, layers).SelectMany(layer => Enumerable.Range(0, y.Points).SelectMany(
            row => x.Coordinates().Select(at => value((row + 0.5) * Math.PI / rows, at, layer))))]);
    }

    // -½Σ(ψ₁q₁ + ψ₂q₂) and Σ(q₁² + q₂²).
    private static double[] Invariants(Equation equation, ReadOnlySpan<double> q)
    {
        var terms = new TermEvaluator(equation, [.. new[] { "psi1*q1", "psi2*q2", "q1^2", "q2^2" }.Select(Term.Parse)])
            .Evaluate(q);
        double[] sums = [.. Enumerable.Range(0, 4).Select(i => terms[i].ToArray().Sum())];
        return [-(sums[0] + sums[1]) / 2, sums[2] + sums[3]];
    }

    private static double Dot(States a, States b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Values.Length; i++)
        {
            sum += a.Values[i] * b.Values[i];
        }

        return sum;
    }
}

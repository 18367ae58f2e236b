using Sci.Numerics;
using Sci.Numerics.Lanes;
using Sci.Solvers.Kernels;
using Sci.Testing;

namespace Sci.Solvers.Tests;

/// <summary>The kernels in single precision, against the same models in double precision.</summary>
public sealed class SinglePrecisionTests
{
    private const string Ks = "u_t = -u*u_x - u_xx - u_xxxx";
    private const string Flow = "q_t = -J(psi,q) - 0.3*psi_x + 0.01*lap(q); q = lap(psi)";

    // Half the distance of 1 to the next number.
    private static readonly double Rounding = Math.Pow(2, -24);

    public static TheoryData<string> Equations =>
    [
        Ks, "u_t = -u*u_x - u_xx - 0.1*u_xxx - u_xxxx + 0.1*u^2*u_x - 0.1*u^3 + 0.3",
        "u_t = -p*u_x - u_xxxx; p = u_xx - u",
    ];

    public static TheoryData<Scheme> Schemes =>
    [
        new Etdrk4(0.02), new Krogstad(0.02), new Cnab2(0.02), new Sbdf3(0.02), new ExponentialPece(0.02, 5),
        new Ark4(0.02), new Leapfrog(0.002, 0.01), new Ab3Classical(0.001),
    ];

    [Theory]
    [MemberData(nameof(Equations))]
    public void Lines_agree_with_double_precision_to_rounding(string text) =>
        AssertAgrees(new SpectralModel(Equation.Parse(Grid.Line(64, 22), text), new Etdrk4(0.02)));

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Every_scheme_agrees_with_double_precision_to_rounding(Scheme scheme)
    {
        // Explicit schemes are for the equation without its stiffest term.
        var text = scheme is Leapfrog or Ab3Classical ? "u_t = -u*u_x + 0.1*u_xx" : Ks;
        AssertAgrees(new SpectralModel(Equation.Parse(Grid.Line(64, 22), text), scheme));
        AssertAgrees(new SpectralModel(Equation.Parse(Grid.Box(32, 32, 7, 9), Flow), scheme));
    }

    [Fact]
    public void Boxes_agree_with_double_precision_to_rounding_however_they_are_dealiased()
    {
        foreach (var dealiasing in (Dealiasing[])[Dealiasing.None, Dealiasing.TwoThirds, Dealiasing.ThreeHalves])
        {
            AssertAgrees(new SpectralModel(
                Equation.Parse(Grid.Box(32, 32, 7, 9), Flow), new Etdrk4(0.01), dealiasing, ExponentialFilter.Pyqg));
        }
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.01)]
    public void The_error_of_a_run_does_not_grow_with_the_number_of_its_steps(double timeStep)
    {
        var model = Model(timeStep);
        States exact = Start(64, 8), single = exact.Clone();
        model.Advance(exact, (int)Math.Round(4 / timeStep));
        model.In(Precision.Single).Advance(single, (int)Math.Round(4 / timeStep));
        // Sums that were rounded would have left 400 times a rounding.
        Assert.InRange(Relative(exact, single), 0.1 * Rounding, 15 * Rounding);
    }

    [Fact]
    public void The_order_is_that_of_double_precision_until_rounding_ends_it()
    {
        var exact = Start(64, 4);
        Model(1.0 / 256).Advance(exact, 2 * 256);
        double Error(double timeStep, Precision precision)
        {
            var states = Start(64, 4);
            Model(timeStep).In(precision).Advance(states, (int)Math.Round(2 / timeStep));
            return Relative(exact, states);
        }

        var study = Convergence.Of([0.5, 0.25, 0.125], timeStep => Error(timeStep, Precision.Single));
        var expected = Convergence.Of([0.5, 0.25, 0.125], timeStep => Error(timeStep, Precision.Double));
        Assert.True(study.Order > 2.9 && Math.Abs(study.Order - expected.Order) < 0.02, $"{study}; {expected}");
        Assert.InRange(Error(1.0 / 256, Precision.Single), 0, 15 * Rounding);
    }

    [Fact]
    public void Energy_enstrophy_and_mean_are_kept_to_rounding()
    {
        var equation = Equation.Parse(Grid.Box(32, 32, 7, 9), "q_t = -J(psi,q); q = lap(psi)");
        var model = new SpectralModel(equation, new Rk4(0.002), Dealiasing.TwoThirds).In(Precision.Single);
        var quantities = new Quantities(
            equation, [Quantity.Parse("energy", "psi*q"), Quantity.Parse("enstrophy", "q^2")]);
        var states = new States(1, equation.Size);
        for (var i = 0; i < states.Size; i++)
        {
            var (y, x) = (2 * Math.PI * (i / 32) / 32, 2 * Math.PI * (i % 32) / 32);
            states[0][i] = Math.Cos(x + y) + Math.Sin((2 * x) - y) + (0.5 * Math.Cos(3 * y));
        }

        var before = quantities.Of(states[0]);
        model.Advance(states, 500);
        var after = quantities.Of(states[0]);
        Assert.InRange(Math.Abs((after[0] / before[0]) - 1), 0, 50 * Rounding);
        Assert.InRange(Math.Abs((after[1] / before[1]) - 1), 0, 50 * Rounding);
        var waves = Start(64, 3);
        Model(0.1).In(Precision.Single).Advance(waves, 500);
        Assert.InRange(Math.Abs(waves[1].ToArray().Average()), 0, 5 * Rounding);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(11)]
    public void A_member_has_the_same_bits_in_every_batch(int members)
    {
        var model = Model(0.1).In(Precision.Single);
        var all = Start(64, 21);
        var some = all.Slice(21 - members, members);
        model.Advance(all, 100);
        model.Advance(some, 100);
        Assert.True(all.Slice(21 - members, members).Values.SequenceEqual(some.Values));
    }

    [Fact]
    public void Vectors_of_any_width_give_the_same_bits()
    {
        var core = new SpectralModel(Equation.Parse(Grid.Line(128, 44), Ks), new Etdrk4(0.1)).Core;
        States eight = Start(128, 16), sixteen = eight.Clone(), alone = eight.Clone();
        var narrow = new MemberCore<Members256<float>, float>(core);
        narrow.Advance(new(eight, null, 20), 0, threads: 1);
        narrow.Advance(new(eight, null, 20), 8, threads: 1);
        new MemberCore<Members512<float>, float>(core).Advance(new(sixteen, null, 20), 0, threads: 1);
        new MemberCore<Places128<float>, float>(core).Advance(new(alone, null, 20), 3, threads: 1);
        Assert.True(eight.Values.SequenceEqual(sixteen.Values));
        Assert.True(eight[3].SequenceEqual(alone[3]));
    }

    [Fact]
    public void A_box_has_the_same_bits_on_any_number_of_threads()
    {
        var core = new SpectralModel(Equation.Parse(Grid.Box(64, 64, 7, 9), Flow), new Ab3(0.01)).Core;
        States one = Start(4096, 1), four = one.Clone(), wide = one.Clone();
        new BoxCore<Places256<float>, float>(core).Advance(new(one, null, 10), 0, threads: 1);
        new BoxCore<Places256<float>, float>(core).Advance(new(four, null, 10), 0, threads: 4);
        new BoxCore<Places512<float>, float>(core).Advance(new(wide, null, 10), 0, threads: 1);
        Assert.True(one.Values.SequenceEqual(four.Values));
        Assert.InRange(Relative(one, wide), 0, 10 * Rounding);
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        AssertNoAllocation(Model(0.1).In(Precision.Single), Start(64, 8));
        AssertNoAllocation(
            new SpectralModel(Equation.Parse(Grid.Box(32, 32, 7, 9), Flow), new Ab3(0.01)).In(Precision.Single),
            Start(1024, 1));
    }

    [Fact]
    public void The_member_that_blows_up_is_named_and_the_next_run_knows_nothing_of_it()
    {
        var model = new SpectralModel(
            Equation.Parse(Grid.Line(64, 22), "u_t = u^3 + u_xx"), new Etdrk4(0.01)).In(Precision.Single);
        var states = new States(9, 64);
        states[4].Fill(10); // u = 10 reaches infinity at t = 1/200.
        var error = Assert.Throws<BlowUpException>(() => model.Advance(states, 100));
        Assert.Contains("4", error.Message, StringComparison.Ordinal);
        var calm = new States(9, 64);
        model.Advance(calm, 10);
        Assert.True(calm.Values.ToArray().All(value => value == 0));
    }

    [Fact]
    public void A_run_goes_on_from_what_was_saved_to_the_bit()
    {
        var model = new SpectralModel(
            Equation.Parse(Grid.Line(64, 22), Ks), new ExponentialAdams(0.05, 4)).In(Precision.Single);
        Run NewRun(SavedRun saved) =>
            new(model, saved) { Watches = [new SpectralWatch(model, 1e-3, 5), new FiniteWatch(model)] };
        var whole = NewRun(new Run(model, Start(64, 3)).Saved());
        whole.Advance(40);
        var rest = NewRun(whole.Saved());
        whole.Advance(40);
        rest.Advance(40);
        Assert.True(whole.States.Values.SequenceEqual(rest.States.Values));
    }

    [Fact]
    public void A_model_without_lanes_is_refused_with_a_way_out()
    {
        var model = new SpectralModel(Equation.Parse(Grid.Line(60, 22), Ks), new Etdrk4(0.1));
        var error = Assert.Throws<ArgumentException>(() => model.In(Precision.Single));
        Assert.Contains("60 points", error.Message, StringComparison.Ordinal);
        Assert.Contains("or double precision", error.Message, StringComparison.Ordinal);
        Assert.Equal(Precision.Double, model.In(Precision.Double).Precision);
    }

    [Fact]
    public void A_corrected_model_keeps_its_precision()
    {
        var model = Model(0.1).In(Precision.Single);
        var corrected = Equation.Parse(model.Grid, "u_t = -u*u_x - 0.9*u_xx - u_xxxx");
        Assert.Equal(Precision.Single, model.With(corrected).Precision);
    }

    private static SpectralModel Model(double timeStep) =>
        new(Equation.Parse(Grid.Line(64, 22), Ks), new Etdrk4(timeStep));

    private static void AssertNoAllocation(SpectralModel model, States states) =>
        Assert.Equal(Allocations.Of(() => model.Advance(states, 5)), Allocations.Of(() => model.Advance(states, 50)));

    private static void AssertAgrees(SpectralModel model)
    {
        States plain = Start(model.Equation.Size, 5), single = plain.Clone();
        model.Advance(plain, 50);
        model.In(Precision.Single).Advance(single, 50);
        Assert.InRange(Relative(plain, single), 0.1 * Rounding, 100 * Rounding);
    }

    // Root mean square of the difference over that of the states.
    private static double Relative(States expected, States actual)
    {
        var (difference, size) = (0.0, 0.0);
        for (var i = 0; i < expected.Values.Length; i++)
        {
            var apart = expected.Values[i] - actual.Values[i];
            difference += apart * apart;
            size += expected.Values[i] * expected.Values[i];
        }

        return Math.Sqrt(difference / size);
    }

    private static States Start(int size, int members)
    {
        var states = new States(members, size);
        for (var member = 0; member < members; member++)
        {
            for (var i = 0; i < size; i++)
            {
                var x = 2 * Math.PI * i / size;
                states[member][i] = Math.Cos(x + member) + (0.3 * Math.Sin((2 * x) + (member * member)));
            }
        }

        return states;
    }
}

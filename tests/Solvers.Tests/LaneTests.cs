using Sci.Numerics;
using Sci.Numerics.Lanes;
using Sci.Solvers.Kernels;
using Sci.Testing;

namespace Sci.Solvers.Tests;

/// <summary>
/// The kernel that carries members in the lanes of vectors, against the plain path of the same model.
/// </summary>
public sealed class LaneTests
{
    public static TheoryData<string> Equations =>
    [
        "u_t = -u*u_x - u_xx - u_xxxx",
        "u_t = -u*u_x - u_xx - 0.1*u_xxx - u_xxxx + 0.2*u_x",
        "u_t = -u*u_x - u_xx - u_xxxx + 0.1*u^2*u_x - 0.2*u*u_xx + 0.05*u_x^2 - 0.1*u^3 + 0.3",
        "u_t = 0.2*(u^2)_xx - u^3 + u - u_xxxx",
        "u_t = -u_xxxx - u_xx",
        "u_t = -p*u_x - u_xxxx; p = u_xx - u",
    ];

    public static TheoryData<Scheme> Schemes =>
    [
        new Etdrk4(0.02), new Krogstad(0.02), new Cnab2(0.02), new Sbdf3(0.02), new ExponentialPece(0.02, 4),
        new Ark4(0.02),
    ];

    [Theory]
    [MemberData(nameof(Equations))]
    public void Lanes_agree_with_the_plain_path_for_every_equation(string text) =>
        AssertAgrees(Equation.Parse(Grid.Line(64, 22), text), new Etdrk4(0.02), Dealiasing.None);

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Lanes_agree_with_the_plain_path_for_every_scheme(Scheme scheme) =>
        AssertAgrees(Equation.Parse(Grid.Line(128, 22), "u_t = -u*u_x - u_xx - u_xxxx"), scheme, Dealiasing.TwoThirds);

    [Fact]
    public void Vectors_of_twice_the_width_give_the_same_bits()
    {
        var core = Core(
            Equation.Parse(Grid.Line(64, 22), "u_t = -u*u_x - u_xx - u_xxxx"), new Etdrk4(0.1), Dealiasing.None);
        States four = Start(64, 8), eight = four.Clone();
        LaneWork work = new(four, null, 20);
        var narrow = new MemberCore<Members256<double>, double>(core);
        narrow.Advance(work, 0, threads: 1);
        narrow.Advance(work, 4, threads: 1);
        new MemberCore<Members512<double>, double>(core).Advance(new(eight, null, 20), 0, threads: 1);
        Assert.True(four.Values.SequenceEqual(eight.Values));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(2048)]
    public void A_member_alone_has_the_same_bits_as_in_a_group(int points)
    {
        var text = "u_t = -u*u_x - u_xx - 0.1*u_xxx - u_xxxx + 0.1*u_x^2 - 0.1*u^3 + 0.3";
        var core = Core(Equation.Parse(Grid.Line(points, 0.35 * points), text), new Etdrk4(0.05), Dealiasing.None);
        States group = Start(points, 4), alone = group.Clone();
        LaneWork together = new(group, null, 10), apart = new(alone, null, 10);
        new MemberCore<Members256<double>, double>(core).Advance(together, 0, threads: 1);
        var single = new MemberCore<Places256<double>, double>(core);
        for (var row = 0; row < 4; row++)
        {
            single.Advance(apart, row, threads: 1);
        }

        Assert.True(group.Values.SequenceEqual(alone.Values));
        Assert.All(together.Failed.Concat(apart.Failed), step => Assert.Equal(0, step));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void A_member_has_the_same_bits_in_every_batch(int members)
    {
        var model = new SpectralModel(
            Equation.Parse(Grid.Line(64, 22), "u_t = -u*u_x - u_xx - u_xxxx"), new Etdrk4(0.1));
        var all = Start(64, 9);
        var some = all.Slice(9 - members, members);
        model.Advance(all, 100);
        model.Advance(some, 100);
        Assert.True(all.Slice(9 - members, members).Values.SequenceEqual(some.Values));
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        var model = new SpectralModel(
            Equation.Parse(Grid.Line(64, 22), "u_t = -u*u_x - u_xx - u_xxxx + 0.1*u_x^2"), new Etdrk4(0.1));
        var states = Start(64, 4);
        Assert.Equal(Allocations.Of(() => model.Advance(states, 1)), Allocations.Of(() => model.Advance(states, 50)));
    }

    [Fact]
    public void The_member_that_blows_up_is_named_with_its_time()
    {
        var model = new SpectralModel(Equation.Parse(Grid.Line(64, 22), "u_t = u^3 + u_xx"), new Etdrk4(0.01));
        var states = new States(6, 64);
        states[4].Fill(10); // u = 10 reaches infinity at t = 1/200.
        Assert.Contains(
            "4", Assert.Throws<BlowUpException>(() => model.Advance(states, 100)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_grids_take_the_plain_path()
    {
        AssertPlain("u_t = -u*u_x", 60, Dealiasing.None);
        AssertPlain("u_t = -u*u_x", 64, Dealiasing.ThreeHalves);
        AssertPlain("u_t = v; v_t = u", 64, Dealiasing.None);
    }

    private static void AssertPlain(string text, int points, Dealiasing dealiasing) => Assert.Null(LaneBatch.Of(
        Core(Equation.Parse(Grid.Line(points, 22), text), new Rk4(0.1), dealiasing), Precision.Double));

    private static void AssertAgrees(Equation equation, Scheme scheme, Dealiasing dealiasing)
    {
        const int Steps = 50;
        var core = Core(equation, scheme, dealiasing);
        States plain = Start(equation.Grid.Points, 5), lanes = plain.Clone();
        var memory = core.Rent();
        for (var row = 0; row < plain.Count; row++)
        {
            Assert.Equal(0, core.Advance(plain[row], Steps, memory));
        }

        new SpectralModel(equation, scheme, dealiasing).Advance(lanes, Steps);
        Assert.InRange(Samples.Largest(plain.Values, lanes.Values), 0, 1e-12);
        Assert.False(plain.Values.SequenceEqual(Start(equation.Grid.Points, 5).Values));
    }

    private static SpectralCore Core(Equation equation, Scheme scheme, Dealiasing dealiasing) =>
        new(equation, scheme, dealiasing, filter: null);

    private static States Start(int points, int members)
    {
        var states = new States(members, points);
        for (var member = 0; member < members; member++)
        {
            for (var i = 0; i < points; i++)
            {
                var x = 2 * Math.PI * i / points;
                states[member][i] = Math.Cos(x + member) + (0.3 * Math.Sin((2 * x) + (member * member)));
            }
        }

        return states;
    }
}

using Sci.Numerics;
using Sci.Numerics.Lanes;
using Sci.Solvers.Kernels;
using Sci.Testing;

namespace Sci.Solvers.Tests;

/// <summary>
/// The kernel that carries columns and rows of a box in the lanes of vectors, against the plain path of the same model.
/// </summary>
public sealed class BoxLaneTests
{
    public static TheoryData<string> Equations =>
    [
        "u_t = -u*u_x - u_xx - u_xxxx - u_yyyy",
        "u_t = -0.5*u_x^2 - 0.5*u_y^2 - lap(u) - lap^2(u)",
        "q_t = -J(psi,q) - 0.3*psi_x + 0.1*lap(q); q = lap(psi)",
        "u_t = v + 0.1*u_xy - u^3; v_t = u_y - u^2*v + 0.1*lap(v) + 0.3 - 0.2*zonal(v)",
        "u_t = 0.1*lap(u); v_t = u*v",
        "u_t = -c*u_x + 0.1*lap(u) + c_y",
    ];

    public static TheoryData<Scheme> Schemes =>
        [new Etdrk4(0.01), new Cnab2(0.01), new Sbdf3(0.01), new ExponentialPece(0.01, 4), new Ab3Classical(0.002), new Leapfrog(0.002, 0.01)];

    public static TheoryData<int, int> Sizes => new() { { 16, 16 }, { 32, 64 }, { 48, 96 }, { 80, 32 }, { 128, 16 } };

    [Theory]
    [MemberData(nameof(Equations))]
    public void Lanes_agree_with_the_plain_path_for_every_equation(string text)
    {
        foreach (var dealiasing in (Dealiasing[])[Dealiasing.None, Dealiasing.TwoThirds, Dealiasing.ThreeHalves])
        {
            AssertAgrees(Core(text, 32, 48, new Etdrk4(0.01), dealiasing));
        }
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Lanes_agree_with_the_plain_path_for_every_scheme(Scheme scheme) =>
        AssertAgrees(
            Core("q_t = -J(psi,q) - 0.3*psi_x - 0.2*q_x + 0.1*lap(q); q = lap(psi)", 32, 32, scheme, Dealiasing.None));

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Lanes_agree_with_the_plain_path_in_every_box(int pointsY, int pointsX) =>
        AssertAgrees(Core("q_t = -J(psi,q) - 0.3*psi_x + 0.01*lap(q); q = lap(psi)", pointsY, pointsX, new Etdrk4(0.01), Dealiasing.None));

    [Fact]
    public void Boxes_that_no_lanes_fit_take_the_plain_path()
    {
        Assert.Null(LaneBatch.Of(Core("u_t = u*u_x", 16, 20, new Rk4(0.1), Dealiasing.None), Precision.Double));
        Assert.Null(LaneBatch.Of(Core("u_t = u*u_x", 28, 32, new Rk4(0.1), Dealiasing.None), Precision.Double));
        Assert.Null(LaneBatch.Of(Core("u_t = u*(u^2)_x", 32, 32, new Rk4(0.1), Dealiasing.None), Precision.Double));
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        var core = Core(
            "q_t = -J(psi,q) - 0.3*psi_x + 0.01*lap(q); q = lap(psi)", 64, 64, new Etdrk4(0.01), Dealiasing.None);
        States one = new(1, 4096), four = new(1, 4096);
        Start(one[0]);
        Start(four[0]);
        new BoxCore<Places256<double>, double>(core).Advance(new(one, null, 10), 0, threads: 1);
        new BoxCore<Places256<double>, double>(core).Advance(new(four, null, 10), 0, threads: 4);
        Assert.True(one.Values.SequenceEqual(four.Values));
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        var model = new SpectralModel(
            Equation.Parse(Grid.Box(32, 32, 6, 6), "q_t = -J(psi,q) + 0.1*lap(q); q = lap(psi)"), new Ab3(0.01));
        var states = new States(1, 1024);
        Start(states[0]);
        Assert.Equal(Allocations.Of(() => model.Advance(states, 5)), Allocations.Of(() => model.Advance(states, 50)));
    }

    private static void AssertAgrees(SpectralCore core)
    {
        const int Steps = 20;
        var start = new States(1, core.Equation.Size);
        Start(start[0]);
        States plain = start.Clone(), four = start.Clone(), eight = start.Clone();
        var work = new LaneWork(four, null, Steps);
        Assert.Equal(0, core.Advance(plain[0], Steps, core.Rent()));
        new BoxCore<Places256<double>, double>(core).Advance(work, 0, threads: 1);
        Assert.Equal(0, work.Failed[0]);
        Assert.InRange(Samples.Largest(plain.Values, four.Values), 0, 1e-12);
        Assert.True(Samples.Largest(plain.Values, start.Values) > 1e-3);
        if (BoxCore<Places512<double>, double>.Fits(core))
        {
            new BoxCore<Places512<double>, double>(core).Advance(new(eight, null, Steps), 0, threads: 1);
            Assert.InRange(Samples.Largest(plain.Values, eight.Values), 0, 1e-12);
        }
    }

    private static SpectralCore Core(string text, int pointsY, int pointsX, Scheme scheme, Dealiasing dealiasing)
    {
        var grid = Grid.Box(pointsY, pointsX, 7, 9);
        var given = new Dictionary<string, double[]>();
        if (text.Contains("c*", StringComparison.Ordinal))
        {
            Start(given["c"] = new double[grid.Points]);
        }

        return new SpectralCore(Equation.Parse(grid, text, given), scheme, dealiasing, filter: null);
    }

    private static void Start(Span<double> state)
    {
        var random = new RandomSource(3)["start"];
        for (var i = 0; i < state.Length; i++)
        {
            state[i] = 0.3 * random.Normal();
        }
    }
}

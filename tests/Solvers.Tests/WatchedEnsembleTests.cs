using Sci.Numerics;

namespace Sci.Solvers.Tests;

/// <summary>What looks at members on the way show.</summary>
public sealed class WatchedEnsembleTests
{
    private const double Time = 7.5;
    private static readonly Grid Line = Grid.Line(64, 2 * Math.PI);

    [Fact]
    public void Watching_changes_no_bit_and_looks_at_members_in_turn()
    {
        var model = new SpectralModel(Equation.Parse(Line, "u_t = -u*u_x + 0.1*u_xx"), new Krogstad(0.01));
        States plain = Members(3), seen = plain.Clone();
        var cycle = 0;
        var watched = new WatchedEnsemble(model, () => (cycle, cycle * Time)) { StepsBetweenLooks = 12 };
        foreach (var steps in (int[])[5, 2, 2, 2, 9])
        {
            model.Advance(plain, steps);
            watched.Advance(seen, steps);
            cycle++;
        }

        Assert.Equal(plain.Values, seen.Values);
        // Nothing of cycle 0; then 6, 12, 18 and 45 steps of members: 1, 2, 2 and 4 looks in all.
        Assert.Equal([1, 2, 4, 4], watched.Looks.Select(look => look.Cycle));
        Assert.Equal([0, 1, 2, 0], watched.Looks.Select(look => look.Member));
        Assert.Equal(watched.Looks.Select(look => look.Cycle * Time), watched.Looks.Select(look => look.Time));
    }

    [Fact]
    public void Waves_that_break_have_a_tail_that_the_forecast_made()
    {
        var model = new SpectralModel(Equation.Parse(Line, "u_t = -u*u_x + 1e-2*u_xx"), new Krogstad(0.01));
        var watched = new WatchedEnsemble(model, () => (1, Time));
        watched.Advance(Members(3), 150);
        var look = watched.Looks.Single();
        Assert.InRange(look.TailBefore, 0, 1e-12);
        Assert.InRange(look.Tail, 1e-3, 1);
        Assert.True(look.Courant > 0);
    }

    [Fact]
    public void Members_that_blow_up_are_named_with_their_cycle()
    {
        var model = new Lorenz63(10, 28, 8.0 / 3, 0.5);
        var members = new States(4, 3);
        members[1].Fill(1e3);
        members[3].Fill(1e3);
        var failure = Assert.Throws<BlowUpException>(
            () => new WatchedEnsemble(model, () => (12, Time)).Advance(members, 20));
        Assert.Equal(1, failure.Member);
        Assert.Equal([3], failure.Others);
        Assert.Equal(Time, failure.Time);
        Assert.StartsWith(
            "Member 1 is no longer finite in cycle 12, before t = 7.5, and with it 1 other of 4 (3); take a time step",
            failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lanes_of_members_name_all_that_blow_up()
    {
        var model = new SpectralModel(Equation.Parse(Line, "u_t = -u*u_x + 1e-2*u_xx"), new Krogstad(0.5));
        var members = Members(20);
        foreach (var value in Enumerable.Range(9 * members.Size, 11 * members.Size))
        {
            members.Values[value] *= 1e4;
        }

        var failure = Assert.Throws<BlowUpException>(() => model.Advance(members, 3));
        Assert.Equal(9, failure.Member);
        Assert.Equal(Enumerable.Range(10, 10), failure.Others);
        Assert.Contains("10 others of 20 (10, 11, 12, 13, 14, ...)", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(21, 1)]
    [InlineData(15, 0)]
    public void The_tail_under_the_two_thirds_rule_is_that_of_the_modes_kept(int wave, double tail)
    {
        var model = new SpectralModel(
            Equation.Parse(Line, "u_t = -u*u_x"), new Krogstad(0.01), Dealiasing.TwoThirds);
        double[] state = [.. Line.Axes[0].Coordinates().Select(x => Math.Sin(wave * x))];
        Assert.Equal(tail, new HealthCheck(model).SpectralTail(state), 1e-12);
    }

    private static States Members(int count)
    {
        var members = new States(count, Line.Points);
        for (var member = 0; member < count; member++)
        {
            Samples.Wave(Line)[0].CopyTo(members[member]);
        }

        return members;
    }
}

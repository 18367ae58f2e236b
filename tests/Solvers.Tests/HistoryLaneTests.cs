using Sci.Numerics;
using Sci.Solvers.Kernels;

namespace Sci.Solvers.Tests;

/// <summary>Steps from a history in the lanes of vectors, against the plain path of the same model.</summary>
public sealed class HistoryLaneTests
{
    private static readonly Equation OnLine = Equation.Parse(Grid.Line(64, 22), "u_t = -u*u_x - u_xx - u_xxxx");

    private static readonly Equation InBox = Equation.Parse(
        Grid.Box(32, 32, 7, 9), "q_t = -J(psi,q) - 0.3*psi_x - 0.2*q_x + 0.1*lap(q); q = lap(psi)");

    public static TheoryData<Scheme, bool> Cases
    {
        get
        {
            Scheme[] schemes =
            [
                new Ab3(1e-4), new Ab3Classical(1e-4), new Cnab2(0.01), new Sbdf2(0.01), new Sbdf3(0.01),
                new ExponentialAdams(0.01, 4), new ExponentialPece(0.01, 5), new Leapfrog(1e-4, 0.1),
            ];
            var cases = new TheoryData<Scheme, bool>();
            foreach (var scheme in schemes)
            {
                cases.Add(scheme, true);
                cases.Add(scheme, false);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Lanes_carry_states_and_history_as_the_plain_path_does(Scheme scheme, bool inBox)
    {
        foreach (var filter in (ExponentialFilter?[])[null, ExponentialFilter.Pyqg])
        {
            // Fewer steps than the scheme remembers, as many, and more.
            foreach (var steps in (int[])[0, 1, scheme.Memory, 20])
            {
                AssertAgrees(new SpectralCore(inBox ? InBox : OnLine, scheme, Dealiasing.TwoThirds, filter), steps);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_member_with_its_history_has_the_same_bits_in_every_batch_and_on_any_threads(Scheme scheme, bool inBox)
    {
        var model = new SpectralModel(inBox ? InBox : OnLine, scheme);
        var (all, earlier) = History(model.Equation, scheme.Memory, 9);
        var (one, before) = (all.Slice(8, 1), earlier.Select(states => states.Slice(8, 1)).ToArray());
        one = one.Clone();
        before = [.. before.Select(states => states.Clone())];
        var limit = Workers.Limit;
        model.Advance(all, earlier, 40);
        try
        {
            Workers.Limit = 1;
            model.Advance(one, before, 40);
        }
        finally
        {
            Workers.Limit = limit;
        }

        Assert.Equal(all[8], one[0]);
        Assert.All(earlier.Zip(before), pair => Assert.Equal(pair.First[8], pair.Second[0]));
    }

    private static void AssertAgrees(SpectralCore core, int steps)
    {
        var (plain, earlier) = History(core.Equation, core.Method.Scheme.Memory, 3);
        var (lanes, before) = (plain.Clone(), earlier.Select(states => states.Clone()).ToArray());
        var memory = core.Rent();
        for (var row = 0; row < plain.Count; row++)
        {
            Assert.Equal(0, core.Advance(plain, earlier, row, steps, memory));
        }

        var work = new LaneWork(lanes, before, steps);
        LaneBatch.Of(core, Precision.Double)!.Advance(work);
        Assert.All(work.Failed, step => Assert.Equal(0, step));
        Assert.InRange(Samples.Largest(plain.Values, lanes.Values), 0, 1e-12);
        Assert.All(earlier.Zip(before), pair => Assert.InRange(
            Samples.Largest(pair.First.Values, pair.Second.Values), 0, 1e-12));
    }

    // Waves that travel: what a history holds is no copy of the state.
    private static (States States, States[] Earlier) History(Equation equation, int memory, int members)
    {
        States At(int lag)
        {
            var states = new States(members, equation.Size);
            var wide = equation.Grid.Axes[^1].Points;
            for (var i = 0; i < states.Values.Length; i++)
            {
                double x = 2 * Math.PI * (i % wide) / wide, y = 2 * Math.PI * (i / wide % wide) / wide;
                var phase = (i / equation.Size) - (0.01 * lag);
                states.Values[i] = Math.Cos(x + phase) + (0.3 * Math.Sin((2 * x) + y - phase));
            }

            return states;
        }

        return (At(0), [.. Enumerable.Range(1, memory).Select(At)]);
    }
}

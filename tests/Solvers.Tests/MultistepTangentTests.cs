using Sci.Numerics;

namespace Sci.Solvers.Tests;

/// <summary>
/// Tangents and adjoints of multistep schemes, from a state that they start from, and from a history.
/// </summary>
public sealed class MultistepTangentTests
{
    private const int Steps = 12;

    private static readonly Equation OnLine =
        Equation.Parse(Grid.Line(48, 22), "u_t = -u*u_x - u_xx - u_xxxx + 0.1*u^2*u_x + 0.05*u_x^2");

    private static readonly Equation InBox = Equation.Parse(
        Grid.Box(16, 16, 7, 9),
        "q_t = -J(psi,q) - 0.3*psi_x + 0.1*lap(q); p_t = -p*q_x + 0.1*lap(p); q = lap(psi) - psi");

    public static TheoryData<Scheme, bool> Cases
    {
        get
        {
            Scheme[] schemes =
            [
                new Ab2(1e-4), new Ab3(1e-4), new Ab3Classical(1e-4), new Cnab2(0.01), new Sbdf2(0.01), new Sbdf3(0.01),
                new ExponentialAdams(0.01, 4), new ExponentialPece(0.01, 2), new ExponentialPece(0.02, 6),
                new Leapfrog(1e-4, 0.1), new Krogstad(0.02),
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
    public void The_adjoint_is_the_transpose_of_the_tangent(Scheme scheme, bool inBox)
    {
        var model = Model(scheme, inBox);
        // Fewer steps than the scheme remembers, too.
        foreach (var steps in (int[])[0, 2, Steps])
        {
            AssertTransposed(model.Linearise(Smooth(model.Equation, 1, 0)[0], steps), 1);
            AssertTransposed(model.Linearise(History(model, 0), steps), 1 + scheme.Memory);
        }

        void AssertTransposed(ILinearisation along, int states)
        {
            States change = Random(states * model.Equation.Size, 2), gradient = Random(states * model.Equation.Size, 3);
            States tangent = change.Clone(), adjoint = gradient.Clone();
            along.Tangent(tangent);
            along.Adjoint(adjoint);
            for (var row = 0; row < change.Count; row++)
            {
                var size = Math.Sqrt(Dot(tangent[row], tangent[row]) * Dot(gradient[row], gradient[row]));
                Assert.InRange(
                    Dot(gradient[row], tangent[row]) - Dot(adjoint[row], change[row]), -1e-12 * size, 1e-12 * size);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_the_tangent_leaves_goes_with_the_square_of_the_change(Scheme scheme, bool inBox)
    {
        var model = Model(scheme, inBox);
        AssertTaylor(Smooth(model.Equation, 1, 0), start =>
        {
            var states = start.Clone();
            model.Advance(states, Steps);
            return states;
        }, start => model.Linearise(start[0], Steps));
        AssertTaylor(History(model, 0), start =>
        {
            var states = Enumerable.Range(0, start.Count).Select(row => start.Slice(row, 1).Clone()).ToArray();
            model.Advance(states[0], states[1..], Steps);
            return new States(1, start.Values.Length, [.. states.SelectMany(state => state.Values.ToArray())]);
        }, start => model.Linearise(start, Steps));
    }

    [Fact]
    public void A_history_of_another_length_is_refused() => Assert.Contains(
        "3 states, not 2", Assert.Throws<ArgumentException>(
            () => Model(new Sbdf3(0.01), false).Linearise(new States(2, OnLine.Size), 1)).Message,
        StringComparison.Ordinal);

    private static void AssertTaylor(
        States start, Func<States, States> run, Func<States, ILinearisation> linearise)
    {
        var along = linearise(start);
        var end = run(start);
        Assert.InRange(Samples.Largest(end.Values, along.Final), 0, 1e-11);
        var change = new States(1, start.Values.Length);
        for (var i = 0; i < change.Size; i++)
        {
            change.Values[i] = Math.Sin(start.Values[i] + (i / start.Size));
        }

        var tangent = change.Clone();
        along.Tangent(tangent);
        double Left(double size)
        {
            var moved = start.Clone();
            Pointwise.Add(change.Values, size, moved.Values);
            var result = run(moved);
            Pointwise.Add(end.Values, -1, result.Values);
            Pointwise.Add(tangent.Values, -size, result.Values);
            return Math.Sqrt(Dot(result.Values, result.Values));
        }

        var size = Math.Sqrt(Dot(tangent.Values, tangent.Values));
        Assert.True(size > 1);
        var (large, small) = (Left(1e-2), Left(1e-3));
        Assert.InRange(small, 0, 1e-4 * size);
        // 100, but for the third order: a relative 1e-2 of it.
        Assert.InRange(large / small, 90, 110);
    }

    private static SpectralModel Model(Scheme scheme, bool inBox) =>
        new(inBox ? InBox : OnLine, scheme, Dealiasing.ThreeHalves, ExponentialFilter.Pyqg);

    private static States History(SpectralModel model, double phase)
    {
        var history = new States(1 + model.Memory, model.Equation.Size);
        for (var lag = 0; lag < history.Count; lag++)
        {
            Smooth(model.Equation, 1, phase - (0.02 * lag))[0].CopyTo(history[lag]);
        }

        return history;
    }

    private static States Smooth(Equation equation, int rows, double phase)
    {
        var states = new States(rows, equation.Size);
        var wide = equation.Grid.Axes[^1].Points;
        for (var i = 0; i < states.Values.Length; i++)
        {
            double x = 2 * Math.PI * (i % wide) / wide, y = 2 * Math.PI * (i / wide % wide) / wide;
            states.Values[i] = Math.Sin(x + phase + y) + (0.5 * Math.Cos((2 * x) - phase)) + (i / equation.Grid.Points);
        }

        return states;
    }

    private static States Random(int size, ulong seed)
    {
        var states = new States(5, size);
        new RandomSource(seed).Normals(states.Values);
        return states;
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}

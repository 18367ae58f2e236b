using Sci.Numerics;
using Sci.Testing;

namespace Sci.Solvers.Tests;

public class TermEvaluatorTests
{
    private static readonly Grid Line = Grid.Line(32, 2 * Math.PI);
    private static readonly Grid Box = Grid.Box(24, 32, 2 * Math.PI, 2 * Math.PI);

    public static TheoryData<string, Func<double, double>> OnLine => new()
    {
        { "1", _ => 1 },
        { "u", x => Math.Sin(x) },
        { "u^2*u_x", x => Math.Sin(x) * Math.Sin(x) * Math.Cos(x) },
        { "u_xxx", x => -Math.Cos(x) },
        { "u_xxxx", Math.Sin },
        { "u_x^3", x => Math.Pow(Math.Cos(x), 3) },
        { "(u^2)_xx", x => 2 * Math.Cos(2 * x) },
        { "u*(u^2)_xx", x => Math.Sin(x) * 2 * Math.Cos(2 * x) },
        { "lap(u)*v", x => -Math.Sin(x) * Math.Cos(2 * x) },
        { "ilap(v)", x => -Math.Cos(2 * x) / 4 },
        { "u*v*v_x*u_x", x => Math.Sin(x) * Math.Cos(2 * x) * -2 * Math.Sin(2 * x) * Math.Cos(x) },
    };

    public static TheoryData<string, Func<double, double, double>> InBox => new()
    {
        { "u_xy", (x, y) => -Math.Cos(x) * Math.Sin(y) },
        { "lap(u)", (x, y) => -2 * Math.Sin(x) * Math.Cos(y) },
        { "lap^2(u)", (x, y) => 4 * Math.Sin(x) * Math.Cos(y) },
        { "ilap(u)", (x, y) => -Math.Sin(x) * Math.Cos(y) / 2 },
        { "J(u,v)", (x, y) => (Math.Cos(x) * Math.Cos(y) * -Math.Sin(y)) - (-Math.Sin(x) * Math.Sin(y) * Math.Cos(x)) },
        { "v*J(u,v)", (x, y) => (Math.Sin(x)
            + Math.Cos(y)) * ((Math.Cos(x) * Math.Cos(y) * -Math.Sin(y)) + (Math.Sin(x) * Math.Sin(y) * Math.Cos(x))) },
        { "zonal(u*v)", (x, y) => Math.Cos(y) / 2 },
        { "v_x*v_yy", (x, y) => Math.Cos(x) * -Math.Cos(y) },
    };

    [Theory]
    [MemberData(nameof(OnLine))]
    public void A_term_on_a_line_is_what_calculus_says(string text, Func<double, double> exact)
    {
        var evaluator = new TermEvaluator(Line, ["u", "v"], [Term.Parse(text)]);
        var x = Line.Axes[0].Coordinates();
        double[] state = [.. x.Select(Math.Sin), .. x.Select(a => Math.Cos(2 * a))];
        Assert.InRange(Samples.Largest(evaluator.Evaluate(state)[0], [.. x.Select(exact)]), 0, 3e-11);
    }

    [Theory]
    [MemberData(nameof(InBox))]
    public void A_term_in_a_box_is_what_calculus_says(string text, Func<double, double, double> exact)
    {
        var evaluator = new TermEvaluator(Box, ["u", "v"], [Term.Parse(text)]);
        var points = Box.Axes[0].Coordinates().SelectMany(y => Box.Axes[1].Coordinates().Select(x => (x, y))).ToArray();
        double[] state = [.. points.Select(p => Math.Sin(p.x) * Math.Cos(p.y)), .. points.Select(
            p => Math.Sin(p.x) + Math.Cos(p.y))];
        Assert.InRange(
            Samples.Largest(evaluator.Evaluate(state)[0], [.. points.Select(p => exact(p.x, p.y))]), 0, 3e-11);
    }

    [Fact]
    public void A_list_shares_its_work_and_allocates_nothing()
    {
        Term[] terms = [.. OnLine.Select(row => Term.Parse((string)row[0]))];
        var evaluator = new TermEvaluator(Line, ["u", "v"], terms);
        var state = new double[64];
        new RandomSource(1).Normals(state);
        var results = new double[terms.Length * 32];
        Assert.InRange(Allocations.Of(() => evaluator.Evaluate(state, results)), 0, 64);
        for (var i = 0; i < terms.Length; i++)
        {
            var alone = new TermEvaluator(Line, ["u", "v"], [terms[i]]).Evaluate(state);
            Assert.Equal(alone[0].ToArray(), results.AsSpan(32 * i, 32).ToArray());
        }
    }

    [Fact]
    public void Diagnosed_fields_can_be_used()
    {
        var equation = Equation.Parse(Box, "q_t = -J(psi,q); q = lap(psi)");
        var points = Box.Axes[0].Coordinates().SelectMany(y => Box.Axes[1].Coordinates().Select(x => (x, y))).ToArray();
        double[] q = [.. points.Select(p => Math.Sin(2 * p.x) * Math.Cos(p.y))];
        var psi = new TermEvaluator(equation, [Term.Parse("psi")]).Evaluate(q);
        Assert.InRange(Samples.Largest(psi[0], [.. q.Select(value => -value / 5)]), 0, 1e-14);
    }

    [Fact]
    public void A_strange_field_is_named() => Assert.Contains(
        "'w'", Assert.Throws<ArgumentException>(() => new TermEvaluator(Line, ["u"], [Term.Parse("w*u")])).Message,
        StringComparison.Ordinal);
}

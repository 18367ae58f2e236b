using Sci.Numerics;

namespace Sci.Solvers.Tests;

public class ResponseTests
{
    private static readonly Grid Line = Grid.Line(64, 40);

    public static TheoryData<Func<Scheme>> Schemes => new(
        () => new Etdrk4(0.1), () => new Cnab2(0.02), () => new ExponentialPece(0.05, 4), () => new Sbdf2(0.02),
        () => new Ark3(0.05));

    [Theory]
    [MemberData(nameof(Schemes))]
    public void The_exact_response_agrees_with_finite_differences(Func<Scheme> scheme)
    {
        var equation = Equation.Parse(Line, "u_t = -u*u_x - u_xx - u_xxxx + 0.1*u_xxx");
        var model = new SpectralModel(equation, scheme());
        Check(model, Library("u", 3), 20);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Terms_of_several_fields_and_of_diagnosed_ones_respond_too(bool walls)
    {
        var grid = walls ? Grid.Channel(16, 16, Math.PI, 2 * Math.PI) : Grid.Box(16, 16, 2 * Math.PI, 2 * Math.PI);
        var equation = Equation.Parse(grid,
            "q1_t = -J(psi1,q1) - 0.3*psi1_x; q2_t = -J(psi2,q2) - 0.1*lap(psi2); q1 = "
            + "lap(psi1) - psi1 + psi2; q2 = lap(psi2) + psi1 - psi2");
        var model = new SpectralModel(equation, new Krogstad(0.05), Dealiasing.ThreeHalves);
        FieldTerm[] terms =
            [.. new[] { "J(psi1,q1)", "psi1_x", "lap(psi2)", "lap(q1)", "psi1", "J(psi2,lap(psi1))", "q2*psi1" }
            .SelectMany(
                text => new[] { new FieldTerm("q1", Term.Parse(text)), new FieldTerm("q2", Term.Parse(text)) })];
        Check(model, terms, 10);
    }

    [Theory]
    [InlineData("u_t = -u*u_x - u_xx - u_xxxx", "none")]
    [InlineData("u_t = -u*u_x + u*(u^2)_xx + 0.1*u_xxx - u_xxxx", "3/2")]
    [InlineData("u_t = -u^2*u_x + u*u_xx*u_x - u + 0.01*v; v_t = u*v - v_xx - v_xxxx", "2/3")]
    public void The_adjoint_is_the_transpose_of_the_tangent(string text, string dealiasing)
    {
        var equation = Equation.Parse(Line, text);
        var kind = new[] { Dealiasing.None, Dealiasing.TwoThirds, Dealiasing.ThreeHalves }.Single(
            d => d.ToString() == dealiasing);
        foreach (var scheme in (Scheme[])[new Etdrk4(0.02), new Ark3(0.02)])
        {
            var along = new SpectralModel(equation, scheme, kind).Linearise(Smooth(equation, 1, 1)[0], 20);
            States change = Random(equation, 9, 2), gradient = Random(equation, 9, 3);
            States tangent = change.Clone(), adjoint = gradient.Clone();
            along.Tangent(tangent);
            along.Adjoint(adjoint);
            for (var row = 0; row < 9; row++)
            {
                var left = Dot(gradient[row], tangent[row]);
                Assert.InRange(left - Dot(adjoint[row], change[row]), -1e-12 * Norm(tangent[row]) * Norm(gradient[row]), 1e-12 * Norm(tangent[row]) * Norm(gradient[row]));
            }
        }
    }

    [Fact]
    public void The_tangent_is_the_derivative_of_the_run()
    {
        const double Change = 1e-5;
        var equation = Equation.Parse(Line, "u_t = -u*u_x - u_xx - u_xxxx");
        var model = new SpectralModel(equation, new Etdrk4(0.1));
        States start = Smooth(equation, 1, 1), change = Smooth(equation, 1, 2);
        States above = start.Clone(), below = start.Clone();
        for (var i = 0; i < start.Size; i++)
        {
            above[0][i] += Change * change[0][i];
            below[0][i] -= Change * change[0][i];
        }

        var along = model.Linearise(start[0], 30);
        foreach (var state in (States[])[start, above, below])
        {
            model.Advance(state, 30);
        }

        along.Tangent(change);
        double[] difference = [.. above[0].ToArray().Zip(below[0].ToArray(), (a, b) => (a - b) / (2 * Change))];
        Assert.InRange(Samples.Largest(difference, change[0]), 0, 1e-8);
        Assert.InRange(Samples.Largest(along.Final, start[0]), 0, 1e-10);
    }

    [Fact]
    public void Responses_and_perturbations_go_on_where_a_former_call_left_them()
    {
        var model = new SpectralModel(Equation.Parse(Line, "u_t = -u*u_x - u_xx - u_xxxx"), new Etdrk4(0.1));
        FieldTerm[] terms = [new("u", Term.Parse("u_xx")), new("u", Term.Parse("u*u_x"))];
        States start = Smooth(model.Equation, 2, 1), whole = start.Clone(), cut = start.Clone(), change = Smooth(
            model.Equation, 6, 2);
        var expected = model.Respond(whole, [], 12, terms);
        States responses = new(4, 64), perturbations = change.Clone();
        model.AdvanceLinearised(cut, 5, terms, responses, perturbations);
        model.AdvanceLinearised(cut, 7, terms, responses, perturbations);
        Assert.InRange(Samples.Largest(expected.Values, responses.Values), 0, 1e-11);
        for (var row = 0; row < 2; row++)
        {
            var along = change.Slice(3 * row, 3);
            model.Linearise(start[row], 12).Tangent(along);
            Assert.InRange(Samples.Largest(along.Values, perturbations.Slice(3 * row, 3).Values), 0, 1e-11);
        }
    }

    [Fact]
    public void A_multistep_scheme_says_that_responses_need_a_history()
    {
        var model = new SpectralModel(Equation.Parse(Line, "u_t = u_xx"), new Cnab2(0.1));
        Assert.Throws<NotSupportedException>(
            () => model.AdvanceLinearised(new States(1, 64), 1, [], new States(0, 64), new States(1, 64)));
    }

    [Fact]
    public void A_strange_field_is_named() => Assert.Contains("nearest", Assert.Throws<ArgumentException>(() =>
        new SpectralModel(Equation.Parse(Line, "u_t = u_xx"), new Etdrk4(0.1)).Respond(new States(1, 64), [], 1, [new("v", Term.One)])).Message,
        StringComparison.Ordinal);

    private static void Check(SpectralModel model, FieldTerm[] terms, int steps)
    {
        var start = Smooth(model.Equation, 2, 5);
        States[] earlier = [.. Enumerable.Range(1, model.Memory).Select(
            lag => Smooth(model.Equation, 2, 5 + (0.01 * lag)))];
        States exactly = start.Clone(), differently = start.Clone(), plainly = start.Clone();
        var exact = model.Respond(exactly, earlier, steps, terms);
        var difference = FiniteDifferences.Respond(model, differently, earlier, steps, terms, change: 1e-5);
        model.Advance(plainly, [.. earlier.Select(past => past.Clone())], steps);
        Assert.InRange(Samples.Largest(plainly.Values, exactly.Values), 0, 1e-10);
        for (var row = 0; row < exact.Count; row++)
        {
            var size = Norm(exact[row]) / Math.Sqrt(exact.Size);
            Assert.True(size > 1e-6, $"{terms[row % terms.Length]} has no effect");
            Assert.True(Samples.Largest(exact[row], difference[row]) < 3e-6 * Math.Max(1, size), $"{terms[row % terms.Length]}: {Samples.Largest(exact[row], difference[row])} of {size}");
        }
    }

    private static FieldTerm[] Library(string field, int powers) =>
        [.. Enumerable.Range(0, 5).SelectMany(d => Enumerable.Range(0, powers + 1).Select(p => (d, p)))
            .Where(t => t != (0, 0)).Select(t => new FieldTerm(field, Term.Parse(
                t.d == 0
                    ? $"u^{t.p}" : t.p == 0 ? $"u_{new string('x', t.d)}" : $"u^{t.p}*u_{new string('x', t.d)}")))];

    private static States Smooth(Equation equation, int rows, double seed)
    {
        var states = new States(rows, equation.Size);
        var points = equation.Grid.Axes[^1].Points;
        for (var i = 0; i < states.Values.Length; i++)
        {
            double x = 2 * Math.PI * (i % points) / points, y = 0.7 * (i / points);
            states.Values[i] = Math.Sin(x + seed + y) + (0.5 * Math.Cos((2 * x) - seed)) + (0.3 * Math.Sin(
                (3 * x) + (2 * y)));
        }

        return states;
    }

    private static States Random(Equation equation, int rows, ulong seed)
    {
        var states = new States(rows, equation.Size);
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

    private static double Norm(ReadOnlySpan<double> a) => Math.Sqrt(Dot(a, a));
}

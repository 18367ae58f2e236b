using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery.Tests;

public class WeakLibraryTests
{
    private static readonly EquationSearch Search = new(
        new WeakForm(new WeakGridRule(4, 100), new InformationPenalty()),
        new SupersetBackward(new EstimatedVariance(1e-4), new InformationPenalty(), 0, []));

    [Fact]
    public void A_mixed_derivative_in_a_box_is_found_under_noise()
    {
        var grid = Grid.Box(48, 64, 6, 8);
        var start = SolverData.Smooth(grid, 3, new RandomSource(1));
        var series = SolverData.Run(
            Equation.Parse(grid, "u_t = -u*u_x + 0.1*u_xx + 0.15*u_yy + 0.1*u_xy"), start, 50, 0.03, 4);
        var library = TermLibrary.Parse(
            "1", "u", "u^2", "u_x", "u_y", "(u^2)_x", "(u^2)_y", "u_xx", "u_xy", "u_yy", "u_xxx", "u_yyy", "(u^2)_xx");
        var answer = Search.Find([SolverData.Noisy(series, 0.05, new RandomSource(2))], "u", library);
        AssertIs(answer, 0.1, ("(u^2)_x", -0.5), ("u_xx", 0.1), ("u_yy", 0.15), ("u_xy", 0.1));
    }

    [Fact]
    public void Vorticity_is_advected_by_the_stream_function_that_inverts_it()
    {
        var grid = Grid.Box(48, 48, 2 * Math.PI, 2 * Math.PI);
        var start = SolverData.Smooth(grid, 4, new RandomSource(3)).Select(value => 3 * value).ToArray();
        var equation = Equation.Parse(grid, "w_t = -J(psi,w) + 0.02*lap(w) + 0.5*psi_x; w = lap(psi)");
        var series = SolverData.Run(equation, start, 60, 0.04, 8);
        var library = TermLibrary.Parse("w", "w^2", "w_x", "w_y", "lap(w)", "lap^2(w)", "J(ilap(w),w)", "ilap(w_x)", "ilap(w_y)", "ilap(w)", "(w^2)_x", "(w^2)_y");
        var answer = Search.Find([SolverData.Noisy(series, 0.02, new RandomSource(4))], "w", library);
        AssertIs(answer, 0.05, ("J(ilap(w),w)", -1), ("lap(w)", 0.02), ("ilap(w_x)", 0.5));
    }

    [Fact]
    public void Two_fields_react_and_diffuse()
    {
        var grid = Grid.Line(128, 20);
        double[] start = [.. SolverData.Smooth(grid, 6, new RandomSource(5)), .. SolverData.Smooth(
            grid, 6, new RandomSource(6))];
        var series = SolverData.Run(Equation.Parse(grid, "u_t = 0.1*u_xx + u - u^3 - u*v^2 + 0.5*v; v_t = 0.2*v_xx + v - u^2*v - v^3 - 0.5*u"), start, 120, 0.05, 4);
        var library = TermLibrary.Products(["u", "v"], 3, 0, 1)
            .With(TermLibrary.Parse("u_x", "u_xx", "v_x", "v_xx", "u_xxx", "v_xxx").Terms);
        var answers = Search.Find([SolverData.Noisy(series, 0.02, new RandomSource(7))], ["u", "v"], library);
        AssertIs(answers[0], 0.05, ("u_xx", 0.1), ("u", 1), ("u^3", -1), ("u*v^2", -1), ("v", 0.5));
        AssertIs(answers[1], 0.05, ("v_xx", 0.2), ("v", 1), ("u^2*v", -1), ("v^3", -1), ("u", -0.5));
    }

    [Fact]
    public void Ordinary_equations_are_fields_at_a_point()
    {
        var (values, state) = (new States(600, 3), new[] { 1.0, 2.0, 20.0 });
        for (var time = 0; time < values.Count; time++)
        {
            state.CopyTo(values[time]);
            for (var step = 0; step < 40; step++)
            {
                state = Lorenz(state, 0.01 / 40);
            }
        }

        var fields = new[] { "a", "b", "c" }.Select((name, i) => (name, i)).ToDictionary(
            field => field.name, field =>
                new States(600, 1, [.. Enumerable.Range(0, 600).Select(time => values[time][field.i])]));
        var series = new FieldSeries(fields, 0.01, Grid.Line(1, 1), isPeriodic: false);
        var library = TermLibrary.Products(["a", "b", "c"], 2, 0, 1);
        var answers = Search.Find([SolverData.Noisy(series, 0.01, new RandomSource(8))], ["a", "b", "c"], library);
        AssertIs(answers[0], 0.05, ("a", -10), ("b", 10));
        AssertIs(answers[1], 0.05, ("a", 28), ("b", -1), ("a*c", -1));
        AssertIs(answers[2], 0.05, ("a*b", 1), ("c", -8.0 / 3));
    }

    [Fact]
    public void Coefficients_may_depend_on_place_and_forcing_on_time()
    {
        // u_t = -(u sin x)_x + 0.05 u_xx; cos 2t is offered and must not be taken.
        var grid = Grid.Line(128, 2 * Math.PI);
        var slow = grid.Axes[0].Coordinates().Select(Math.Sin).ToArray();
        var equation = Equation.Parse(
            grid, "u_t = -(s*u)_x + 0.05*u_xx", new Dictionary<string, double[]> { ["s"] = slow });
        var series = SolverData.Run(equation, SolverData.Smooth(grid, 4, new RandomSource(9)), 100, 0.02, 4)
            .With("s", (_, x, _) => Math.Sin(x)).With("c", (t, _, _) => Math.Cos(2 * t));
        var library = TermLibrary.Parse(
            "1", "u", "s", "c", "s*u", "c*u", "u_x", "u_xx", "u_xxx", "(s*u)_x", "(c*u)_x", "(s*u)_xx", "(u^2)_x");
        var answer = Search.Find([SolverData.Noisy(series, 0.05, new RandomSource(10))], "u", library);
        AssertIs(answer, 0.05, ("(s*u)_x", -1), ("u_xx", 0.05));
    }

    [Fact]
    public void A_rational_equation_is_found_by_its_denominator()
    {
        // (1 + 0.5a) a_t = s - a under a known forcing s.
        static double Force(double t) => 1.5 + Math.Sin(t) + (0.7 * Math.Sin(2.3 * t));
        static double Rate(double t, double a) => (Force(t) - a) / (1 + (0.5 * a));
        const double h = 0.02;
        var (values, a) = (new States(1500, 1), 0.2);
        for (var time = 0; time < values.Count; time++)
        {
            (values[time][0], var t) = (a, h * time);
            var (k1, half) = (Rate(t, a), t + (h / 2));
            var k2 = Rate(half, a + (h / 2 * k1));
            var k3 = Rate(half, a + (h / 2 * k2));
            a += h / 6 * (k1 + (2 * k2) + (2 * k3) + Rate(t + h, a + (h * k3)));
        }

        var series = new FieldSeries(
            new Dictionary<string, States> { ["a"] = values }, h, Grid.Line(1, 1), isPeriodic: false)
            .With("s", (t, _, _) => Force(t));
        var library = TermLibrary.Parse("1", "a", "a^2", "s", "s*a", "s^2").WithRates("a", 2);
        var answer = Search.Find([SolverData.Noisy(series, 0.001, new RandomSource(11))], "a", library);
        var found = answer.Equation.Terms.ToDictionary(term => term.Term.ToString(), term => term.Coefficient);
        Assert.Equal(["a", "a*a_t", "s"], found.Keys.Order(StringComparer.Ordinal));
        Assert.All(
            [(-1.0, "a"), (-0.5, "a*a_t"), (1.0, "s")], truth => Assert.Equal(truth.Item1, found[truth.Item2], 0.05));
    }

    [Fact]
    public void Terms_that_are_tied_come_as_one()
    {
        var grid = Grid.Box(48, 64, 6, 8);
        var series = SolverData.Run(
            Equation.Parse(grid, "u_t = -u*u_x + 0.1*u_xx + 0.2*u_yy"), SolverData.Smooth(grid, 3, new RandomSource(1)),
            50, 0.03, 4);
        var library = TermLibrary.Parse("1", "u", "u_x", "u_y", "(u^2)_x", "(u^2)_y", "u_xxx", "u_yyy")
            .WithTied("wear", new WeightedTerm(1, Term.Parse("u_xx")), new WeightedTerm(2, Term.Parse("u_yy")));
        var answer = Search.Find([SolverData.Noisy(series, 0.05, new RandomSource(2))], "u", library);
        AssertIs(answer, 0.1, ("(u^2)_x", -0.5), ("u_xx", 0.1), ("u_yy", 0.2));
        Assert.Equal(2, answer.Fit.Support.Count);
    }

    [Fact]
    public void A_protected_term_stays_though_it_is_worth_nothing()
    {
        var search = Search with
        {
            Selection = new SupersetBackward(new EstimatedVariance(1e-4), new InformationPenalty(), 0, ["u_x"]),
        };
        var answer = search.Find(
            [PdeData.Burgers.Noisy(0.1, new RandomSource(1))], "u", TermLibrary.Conservative("u", 3, 4));
        AssertIs(answer with { Equation = Without(answer.Equation, "u_x") }, 0.1, ("(u^2)_x", -0.5), ("u_xx", 0.1));
        Assert.Contains(answer.Equation.Terms, term => term.Term == Term.Parse("u_x"));
    }

    [Fact]
    public void Several_widths_keep_the_answer_and_its_coverage()
    {
        var library = TermLibrary.Conservative("u", 3, 4);
        var form = new WeakForm(new WeakGridRule(4, 100) { Widths = [1, 0.7] }, new InformationPenalty());
        var answer = (Search with { Form = form }).Find(
            [PdeData.Burgers.Noisy(0.1, new RandomSource(1))], "u", library);
        AssertIs(answer, 0.05, ("(u^2)_x", -0.5), ("u_xx", 0.1));
        Assert.All(answer.Equation.Terms.Zip(answer.Equation.Deviations), pair =>
            Assert.InRange(
                Math.Abs(pair.First.Coefficient - (pair.First.Coefficient < 0 ? -0.5 : 0.1)), 0, 3.5 * pair.Second));
    }

    private static DiscoveredEquation Without(DiscoveredEquation equation, string term) =>
        equation with { Terms = [.. equation.Terms.Where(other => other.Term != Term.Parse(term))] };

    private static void AssertIs(
        EquationAnswer answer, double tolerance, params (string Term, double Coefficient)[] truth)
    {
        Assert.Equal(
            truth.Select(term => Term.Parse(term.Term).ToString()).Order(StringComparer.Ordinal),
            answer.Equation.Terms.Select(term => term.Term.ToString()).Order(StringComparer.Ordinal));
        foreach (var (term, coefficient) in truth)
        {
            var found = answer.Equation.Terms.Single(other => other.Term == Term.Parse(term)).Coefficient;
            Assert.True(Math.Abs((found / coefficient) - 1) < tolerance, $"{term}: {found} for {coefficient}");
        }
    }

    private static double[] Lorenz(double[] s, double dt)
    {
        double[] k1 = Rate(s), k2 = Rate(Plus(s, k1, dt / 2)), k3 = Rate(Plus(s, k2, dt / 2)), k4 = Rate(
            Plus(s, k3, dt));
        return [.. s.Select((value, i) => value + (dt / 6 * (k1[i] + (2 * k2[i]) + (2 * k3[i]) + k4[i])))];

        static double[] Plus(double[] x, double[] k, double h) => [.. x.Select((value, i) => value + (h * k[i]))];

        static double[] Rate(double[] x) =>
            [10 * (x[1] - x[0]), (x[0] * (28 - x[2])) - x[1], (x[0] * x[1]) - (8.0 / 3 * x[2])];
    }
}

using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery.Tests;

public class EquationSearchTests
{
    private static readonly SupersetBackward Selection = new(
        new EstimatedVariance(1e-3), new InformationPenalty(), 0, []);

    private static readonly StrongForm Strong = new(new CentralDifferences(8), new SpectralDerivatives(), Margin: 0);

    private static readonly WeakForm Weak = new(new WeakGridRule(4, 100), new InformationPenalty());

    [Fact]
    public void Clean_trajectories_on_different_grids_give_one_equation()
    {
        var library = TermLibrary.Products("u", 3, 4);
        var answer = new EquationSearch(Strong, Selection).Find(
            [Viscous(96, 60, 0.02, 1), Viscous(64, 50, 0.03, 2)], "u", library);
        Assert.Equal(["u*u_x", "u_xx"], answer.Equation.Terms.Select(term => term.Term.ToString()).Order(
            StringComparer.Ordinal));
        Assert.Equal(-1, Coefficient(answer, "u*u_x"), 1e-4);
        Assert.Equal(0.2, Coefficient(answer, "u_xx"), 1e-4);
        Assert.Equal([96, 64], answer.Residuals.Select(map => map.Values.Size));
        Assert.DoesNotContain(
            answer.Warnings, warning => warning.Contains("outside the library", StringComparison.Ordinal));
        Assert.StartsWith("u_t = ", answer.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("u_{t} = ", answer.ToLatex(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_term_that_the_library_lacks_is_noticed()
    {
        // Without u_xx nothing explains the decay.
        var library = TermLibrary.Parse("1", "u", "u^2", "u_x", "u*u_x", "u_xxx");
        var clean = new EquationSearch(Strong, Selection).Find([Viscous(96, 60, 0.02, 1)], "u", library);
        Assert.Contains(clean.Warnings, warning => warning.Contains("outside the library", StringComparison.Ordinal));
        Assert.True(clean.ResidualFraction > 0.05);
        var noisy = new EquationSearch(Weak, Selection).Find(
            [PdeData.Burgers.Noisy(0.01, new RandomSource(4))], "u", TermLibrary.Conservative("u", 3, 1));
        Assert.Contains(noisy.Warnings, warning => warning.Contains("outside the library", StringComparison.Ordinal));
    }

    [Fact]
    public void The_truth_under_noise_raises_no_alarm()
    {
        var answer = new EquationSearch(Weak, Selection).Find(
            [PdeData.Burgers.Noisy(0.1, new RandomSource(4))], "u", TermLibrary.Conservative("u", 3, 4));
        Assert.DoesNotContain(
            answer.Warnings, warning => warning.Contains("outside the library", StringComparison.Ordinal));
        Assert.InRange(answer.Misfit, 0.6, 1.3);
    }

    [Fact]
    public void A_known_term_goes_to_the_target_and_back_into_the_equation()
    {
        var library = TermLibrary.Products("u", 2, 3);
        var known = new EquationSearch(Strong, Selection) { Known = [new WeightedTerm(-1, Term.Parse("u*u_x"))] };
        var answer = known.Find([Viscous(96, 60, 0.02, 1)], "u", library);
        Assert.Equal(["u_xx"], answer.Fit.Support.Select(column => answer.Fit.Names[column]));
        Assert.Equal(-1, Coefficient(answer, "u*u_x"));
        Assert.Equal(0.2, Coefficient(answer, "u_xx"), 1e-4);
    }

    [Fact]
    public void A_linear_relation_holds_and_makes_the_coefficients_surer()
    {
        var library = TermLibrary.Conservative("u", 3, 4);
        var series = PdeData.Burgers.Noisy(0.2, new RandomSource(5));
        var free = new EquationSearch(Weak, Selection);
        var tied = free with { Constraints = [new LinearConstraint(new Dictionary<string, double> { ["(u^2)_x"] = 1, ["u_xx"] = 5 }, 0)] };
        var (loose, strict) = (free.Find([series], "u", library), tied.Find([series], "u", library));
        Assert.Equal(0, Coefficient(strict, "(u^2)_x") + (5 * Coefficient(strict, "u_xx")), 1e-12);
        Assert.All(
            strict.Equation.Deviations.Zip(loose.Equation.Deviations), pair => Assert.True(pair.First < pair.Second));
    }

    [Fact]
    public void A_term_of_the_wrong_sign_leaves_the_library()
    {
        var signed = new EquationSearch(Strong, Selection) { Signs = new Dictionary<string, int> { ["u_xx"] = -1, ["u*u_x"] = -1 } };
        var answer = signed.Find([Viscous(96, 60, 0.02, 1)], "u", TermLibrary.Products("u", 2, 3));
        Assert.DoesNotContain("u_xx", answer.Library.Names);
        Assert.True(Coefficient(answer, "u*u_x") < 0);
    }

    [Fact]
    public void Several_trajectories_in_weak_form_say_more_than_one()
    {
        var library = TermLibrary.Conservative("u", 3, 4);
        var both = new EquationSearch(Weak, Selection).Find(
            [Viscous(96, 80, 0.02, 1), Viscous(128, 100, 0.015, 2)], "u", library);
        Assert.Equal(["(u^2)_x", "u_xx"], both.Equation.Terms.Select(term => term.Term.ToString()).Order(
            StringComparer.Ordinal));
        Assert.Equal(-0.5, Coefficient(both, "(u^2)_x"), 1e-4);
        Assert.Equal(2, both.Residuals.Count);
    }

    private static double Coefficient(EquationAnswer answer, string term) =>
        answer.Equation.Terms.Single(found => found.Term == Term.Parse(term)).Coefficient;

    // u_t = -u u_x + 0.2 u_xx from smooth random starts.
    private static FieldSeries Viscous(int points, int times, double interval, ulong seed)
    {
        var grid = Grid.Line(points, 2 * Math.PI);
        var model = new SpectralModel(Equation.Parse(grid, "u_t = -u*u_x + 0.2*u_xx"), new Etdrk4(interval / 4));
        var random = new RandomSource(seed);
        var (a, b, c) = (0.5 + (0.5 * random.Uniform()), 0.5 * random.Uniform(), 6 * random.Uniform());
        var state = States.Of(
            [.. grid.Axes[0].Coordinates().Select(x => (a * Math.Sin(x)) + (b * Math.Cos((2 * x) + c)) + 0.3)]);
        var values = new States(times, points);
        for (var time = 0; time < times; time++)
        {
            state.Values.CopyTo(values[time]);
            model.Advance(state, 4);
        }

        return new FieldSeries(new Dictionary<string, States> { ["u"] = values }, interval, grid, isPeriodic: true);
    }
}

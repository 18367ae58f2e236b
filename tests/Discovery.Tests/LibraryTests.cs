using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery.Tests;

public class LibraryTests
{
    private static readonly string[] U = ["u"];

    [Fact]
    public void Medida_has_24_terms_derivative_by_derivative()
    {
        var library = TermLibrary.Products("u", power: 4, order: 4).Without(Term.One);
        Assert.Equal(24, library.Terms.Count);
        Assert.Equal(["u", "u^2", "u^3", "u^4", "u_x", "u*u_x", "u^2*u_x", "u^3*u_x", "u^4*u_x", "u_xx"], library.Names.Take(10));
        Assert.Equal("u^4*u_xxxx", library.Names[^1]);
    }

    [Fact]
    public void Two_fields_in_a_box_have_all_products_once()
    {
        // Monomials of two fields up to degree 2: 6; times 1 and the five derivatives up to order 2 of each field.
        var library = TermLibrary.Products(["u", "v"], degree: 2, order: 2, dimensions: 2);
        Assert.Equal(6 * 11, library.Terms.Count);
        Assert.Contains(Term.Parse("u*v*v_xy"), library.Terms);
    }

    [Fact]
    public void Terms_are_evaluated_where_their_factors_are()
    {
        var grid = Grid.Box(32, 32, 2 * Math.PI, 2 * Math.PI);
        var state = new States(1, 2 * grid.Points);
        var library = TermLibrary.Parse("J(psi,q)", "q^2*psi_x", "(psi*q)_y", "1", "lap(q)");
        var columns = new double[library.Terms.Count * grid.Points];
        for (var i = 0; i < grid.Points; i++)
        {
            var (y, x) = (grid.Axes[0].Coordinate(i / 32), grid.Axes[1].Coordinate(i % 32));
            state.Values[i] = Math.Sin(x);
            state.Values[grid.Points + i] = Math.Cos(y);
        }

        new LibraryEvaluator(grid, ["psi", "q"], library, new SpectralDerivatives()).Evaluate(state[0], columns);
        for (var i = 0; i < grid.Points; i++)
        {
            var (y, x) = (grid.Axes[0].Coordinate(i / 32), grid.Axes[1].Coordinate(i % 32));
            double[] expected =
            [
                -Math.Cos(x) * Math.Sin(y), Math.Cos(y) * Math.Cos(y) * Math.Cos(x), -Math.Sin(x) * Math.Sin(y), 1,
                -Math.Cos(y),
            ];
            for (var term = 0; term < expected.Length; term++)
            {
                Assert.Equal(expected[term], columns[(term * grid.Points) + i], 1e-12);
            }
        }
    }

    [Fact]
    public void The_missing_terms_of_an_equation_are_found_from_rates_and_complete_it()
    {
        var grid = Grid.Line(128, 32);
        var (library, states) = (TermLibrary.Products("u", 4, 4), Smooth(grid, samples: 6));
        var evaluator = new LibraryEvaluator(grid, U, library, new SpectralDerivatives());
        var truth = Equation.Parse(grid, "u_t = -u*u_x - u_xx - u_xxxx");
        var imperfect = Equation.Parse(grid, "u_t = -0.5*u*u_x - u_xxxx");
        var targets = Rates(evaluator, states, [("u*u_x", -0.5), ("u_xx", -1)]);
        var fit = new SupersetBackward(new EstimatedVariance(1e-6), new InformationPenalty(), 0, [])
            .Fit(TriangularFactor.Of(new LibraryDesign(evaluator, states, targets)));
        var found = DiscoveredEquation.Of("u", library, fit);
        var corrected = found.Correct(imperfect);
        Assert.Equal(["u*u_x", "u_xx"], found.Terms.Select(term => term.Term.ToString()));
        foreach (var (coefficient, term) in truth.Terms)
        {
            Assert.Equal(coefficient, corrected.Coefficient(term), 1e-10);
        }
    }

    [Fact]
    public void Single_precision_rounds_the_library_and_not_the_target()
    {
        var values = new States(1, 3, [0.1, 1.0 / 3, 2]);
        var design = new SinglePrecision(new DenseDesign(["a"], values, [0.1, 0.2, 0.3]));
        var columns = new double[6];
        design.Fill(0, columns);
        Assert.Equal([0.1f, 1.0f / 3, 2, 0.1, 0.2, 0.3], columns);
    }

    [Fact]
    public void An_unknown_field_is_named()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            new LibraryEvaluator(Grid.Line(8, 1), U, TermLibrary.Parse("u*v_x"), new SpectralDerivatives()));
        Assert.Contains("uses v", error.Message, StringComparison.Ordinal);
    }

    private static States Smooth(Grid grid, int samples)
    {
        var random = new RandomSource(1);
        var states = new States(samples, grid.Points);
        for (var sample = 0; sample < samples; sample++)
        {
            for (var k = 1; k <= 8; k++)
            {
                var (amplitude, phase) = (random.Normal(), 2 * Math.PI * random.Uniform());
                for (var i = 0; i < grid.Points; i++)
                {
                    states[sample][i] += amplitude * Math.Cos(
                        (grid.Axes[0].Wavenumber(k) * grid.Axes[0].Coordinate(i)) + phase);
                }
            }
        }

        return states;
    }

    private static States Rates(LibraryEvaluator evaluator, States states, (string Term, double Coefficient)[] terms)
    {
        var targets = new States(states.Count, states.Size);
        var columns = new double[evaluator.Library.Terms.Count * states.Size];
        for (var sample = 0; sample < states.Count; sample++)
        {
            evaluator.Evaluate(states[sample], columns);
            foreach (var (term, coefficient) in terms)
            {
                var at = evaluator.Library.Names.ToList().IndexOf(term) * states.Size;
                for (var i = 0; i < states.Size; i++)
                {
                    targets[sample][i] += coefficient * columns[at + i];
                }
            }
        }

        return targets;
    }
}

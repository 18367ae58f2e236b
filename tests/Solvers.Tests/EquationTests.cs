namespace Sci.Solvers.Tests;

public class EquationTests
{
    private static readonly Grid Line = Grid.Line(16, 100);
    private static readonly Grid Box = Grid.Box(8, 8, 1, 1);

    [Theory]
    [InlineData("u_t = -u*u_x - u_xx - 0.5*u_xxxx")]
    [InlineData("u_t = 0")]
    [InlineData("u_t = 2 + 1E-20*u^3")]
    [InlineData("u_t = v; v_t = -u")]
    public void An_equation_reads_back_from_its_text(string text)
    {
        var equation = Equation.Parse(Line, text);
        Assert.Equal(text, equation.ToString());
        Assert.Equal(equation, Equation.Parse(Line, equation.ToString()));
    }

    [Fact]
    public void Numbers_in_a_product_multiply_and_divide()
    {
        var equation = Equation.Parse(Line, "u_t = -u*2*u_x/4 + 1/2");
        Assert.Equal(-0.5, equation.Coefficient(Term.Parse("u*u_x")));
        Assert.Equal(0.5, equation.Coefficient(Term.One));
    }

    [Fact]
    public void Added_terms_merge_and_zeros_vanish()
    {
        var wrong = Equation.Parse(Line, "u_t = -u*u_x - 0.5*u_xxxx");
        var corrected = wrong.Plus(
            [new(-1, Term.Parse("u_xx")), new(-0.5, Term.Parse("u_xxxx")), new(1, Term.Parse("u*u_x")), new(
                -1, Term.Parse("u_x*u"))]);
        Assert.Equal(Equation.Parse(Line, "u_t = -u_xx - u*u_x - u_xxxx"), corrected);
        Assert.Empty(wrong.Plus([new(1, Term.Parse("u*u_x")), new(0.5, Term.Parse("u_xxxx"))]).Terms);
    }

    [Fact]
    public void Definitions_determine_further_fields()
    {
        var equation = Equation.Parse(Box, "q_t = -J(psi,q) + 1e-3*lap(q)\nq = lap(psi)");
        Assert.Equal(["q"], equation.Fields);
        Assert.Equal(["psi"], equation.Diagnosed);
        Assert.Equal(equation, Equation.Parse(Box, equation.ToString()));
    }

    [Fact]
    public void On_a_line_the_laplacian_is_the_second_derivative() =>
        Assert.Equal(Equation.Parse(Line, "u_t = u_xx - u_xxxx"), Equation.Parse(Line, "u_t = lap(u) - lap^2(u)"));

    [Fact]
    public void Latex_writes_signs_and_powers_of_ten() => Assert.Equal(
        @"u_{t} = -u \, u_{x} + 1.5 \times 10^{-7} \, u_{xx}",
        Equation.Parse(Line, "u_t = -u*u_x + 1.5e-7*u_xx").ToLatex());

    [Theory]
    [InlineData("u_t = -u*w_x", "column 10", "nearest is 'u'")]
    [InlineData("u_t + u*u_x = 0", "column 5", "'='")]
    [InlineData("u_x = u", "column 3", "u_t")]
    [InlineData("u_t = u_y", "column", "axis x")]
    [InlineData("u_t = u; u_t = u_x", "two equations", "u_t")]
    [InlineData("u_t = 3*", "column 9", "the end")]
    [InlineData("u_t = u - ", "column 10", "the end")]
    [InlineData("u_t = u*)", "column 9", "')'")]
    [InlineData("v = u_xx", "no evolution equation", "u_t")]
    [InlineData("u_t = v; v = u^2", "not linear", "u^2")]
    public void A_mistake_is_named_with_its_place_and_the_way_out(string text, string place, string named)
    {
        var problem = Assert.Throws<FormatException>(() => Equation.Parse(Line, text));
        Assert.Contains(place, problem.Message, StringComparison.Ordinal);
        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_term_with_a_strange_field_cannot_be_added()
    {
        var equation = Equation.Parse(Line, "u_t = u_xx");
        Assert.Throws<ArgumentException>(() => equation.Plus([new(1, Term.Parse("v"))]));
    }
}

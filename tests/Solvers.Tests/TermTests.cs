namespace Sci.Solvers.Tests;

public class TermTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("u", "u")]
    [InlineData("u_xx*u^2", "u^2*u_xx")]
    [InlineData("u*u*u", "u^3")]
    [InlineData("u_yx", "u_xy")]
    [InlineData("(u_x)_xx", "u_xxx")]
    [InlineData("(u^2)", "u^2")]
    [InlineData("(u*u)_xx", "(u^2)_xx")]
    [InlineData(" u_x ^ 2 * u ", "u*u_x^2")]
    [InlineData("lap(lap(psi2))", "lap^2(psi2)")]
    [InlineData("lap(ilap(q))", "q")]
    [InlineData("ilap(q_x)", "ilap(q_x)")]
    [InlineData("lap((u^2)_x)", "lap((u^2)_x)")]
    [InlineData("J(psi1,q1)", "J(psi1,q1)")]
    [InlineData("J( psi1 , lap(psi2) )*u", "u*J(psi1,lap(psi2))")]
    [InlineData("J(u^2, v)", "J(u^2,v)")]
    [InlineData("zonal(lap(q))", "zonal(lap(q))")]
    [InlineData("(zonal(q))_y", "zonal(q_y)")]
    public void A_term_has_one_canonical_text_that_reads_back(string text, string canonical)
    {
        var term = Term.Parse(text);
        Assert.Equal(canonical, term.ToString());
        Assert.Equal(term, Term.Parse(canonical));
    }

    [Theory]
    [InlineData("1", 0, 0, false, 1)]
    [InlineData("u", 0, 1, true, 1)]
    [InlineData("u_xxxx", 4, 1, true, 1)]
    [InlineData("u^2*u_xxx", 3, 3, false, -1)]
    [InlineData("(u^2)_xx", 2, 2, false, 1)]
    [InlineData("lap(psi2)", 2, 1, true, 1)]
    [InlineData("J(psi1,q1)", 1, 2, false, -1)]
    [InlineData("u_x^2", 1, 2, false, 1)]
    public void A_term_knows_its_order_degree_and_parity(string text, int order, int degree, bool linear, int parity)
    {
        var term = Term.Parse(text);
        Assert.Equal((order, degree, linear, parity), (term.Order, term.Degree, term.IsLinear, term.ParityX));
    }

    [Theory]
    [InlineData("u^2*u_xx", @"u^{2} \, u_{xx}")]
    [InlineData("psi1_x", @"\psi_{1,x}")]
    [InlineData("lap(psi2)", @"\nabla^{2} \psi_{2}")]
    [InlineData("(u^2)_xx", @"\left(u^{2}\right)_{xx}")]
    [InlineData("J(psi1,q1)", @"J(\psi_{1}, q_{1})")]
    public void Latex_follows_the_notation_of_papers(string text, string latex) =>
        Assert.Equal(latex, Term.Parse(text).ToLatex());

    [Theory]
    [InlineData("u_z", 3, "'z'")]
    [InlineData("u^0", 3, "'0'")]
    [InlineData("u**v", 3, "'*'")]
    [InlineData("2*u", 1, "'2'")]
    [InlineData("lab(u)", 1, "'lap'")]
    [InlineData("u*(v*v_x)_x", 3, "product rule")]
    [InlineData("J(u)", 4, "','")]
    [InlineData("u u", 3, "'u'")]
    [InlineData("u#", 2, "'#'")]
    [InlineData("", 1, "the end")]
    public void A_mistake_is_named_with_its_column(string text, int column, string named)
    {
        Assert.False(Term.TryParse(text, out _, out var error));
        Assert.Contains($"column {column}:", error, StringComparison.Ordinal);
        Assert.Contains(named, error, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => Term.Parse(text));
    }

    [Fact]
    public void Terms_multiply_and_collect_in_sets()
    {
        Assert.Equal(Term.Parse("u^2*u_x"), Term.Parse("u") * Term.Parse("u*u_x"));
        Assert.Single(new HashSet<Term> { Term.Parse("u*u_x"), Term.Parse("u_x*u") });
    }
}

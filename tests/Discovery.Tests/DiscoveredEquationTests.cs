using Sci.Solvers;

namespace Sci.Discovery.Tests;

public class DiscoveredEquationTests
{
    private static readonly DiscoveredEquation Found = new(
        "u",
        [new WeightedTerm(0.50012, Term.Parse("u_xx")), new WeightedTerm(-1.0234, Term.Parse("u^2*u_x"))],
        [0.0042, 0.016]);

    [Fact]
    public void Text_shows_the_digits_that_are_known() =>
        Assert.Equal("(0.500 ± 0.004) u_xx - (1.023 ± 0.016) u^2*u_x", Found.ToString());

    [Fact]
    public void Latex_shows_the_same() => Assert.Equal(
        @"(0.500 \pm 0.004) \, u_{xx} - (1.023 \pm 0.016) \, u^{2} \, u_{x}", Found.ToLatex());

    [Fact]
    public void Code_shows_all_digits() => Assert.Equal("0.50012 * u_xx - 1.0234 * u * u * u_x", Found.ToCSharp());

    [Theory]
    [InlineData(1.5, 0, "1.5")]
    [InlineData(1.5e-7, 2e-9, "(1.50 ± 0.02)e-7")]
    [InlineData(123456, 789, "(1.235 ± 0.008)e5")]
    [InlineData(0.001, 0.02, "0.00 ± 0.02")]
    [InlineData(1, 1.2e-9, "1.0000000000 ± 0.0000000012")]
    public void Numbers_have_the_digits_of_their_deviations(double value, double deviation, string expected) =>
        Assert.Equal(expected, Uncertain.Text(value, deviation));

    [Fact]
    public void Nothing_found_is_zero_and_corrects_nothing()
    {
        var equation = Equation.Parse(Grid.Line(16, 1), "u_t = -u*u_x");
        var none = new DiscoveredEquation("u", [], []);
        Assert.Equal("0", none.ToString());
        Assert.Equal(equation, none.Correct(equation));
    }
}

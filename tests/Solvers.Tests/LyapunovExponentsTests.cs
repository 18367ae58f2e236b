using Sci.Numerics;

namespace Sci.Solvers.Tests;

public class LyapunovExponentsTests
{
    public static TheoryData<Scheme> Schemes => [new Etdrk4(0.1), new ExponentialPece(0.1, 4)];

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Those_of_a_linear_equation_are_its_growth_rates(Scheme scheme)
    {
        var model = new SpectralModel(
            Equation.Parse(Grid.Line(16, 2 * Math.PI), "u_t = 0.3*u + 0.5*u_xx"), scheme);
        var exponents = LyapunovExponents.Of(model, new States(1, 16), 5, 20, 20, 50, new RandomSource(1));
        double[] rates = [0.3, -0.2, -0.2, -1.7, -1.7];
        Assert.InRange(Samples.Largest(exponents, rates), 0, 1e-9);
    }

    [Fact]
    public void Those_of_a_system_without_a_tangent_add_up_to_its_divergence()
    {
        // Lorenz (1963): -(σ + 1 + β) everywhere; one direction, along the trajectory, neither grows nor shrinks.
        var model = new Lorenz63(10, 28, 8.0 / 3, 0.005);
        var state = States.Of([1, 1, 25]);
        model.Advance(state, 2000);
        var exponents = LyapunovExponents.Of(model, state, 3, 5, 100, 8000, new RandomSource(3));
        Assert.Equal(-(10 + 1 + (8.0 / 3)), exponents.Sum(), 1e-4);
        Assert.InRange(exponents[0], 0.86, 0.95);
        Assert.InRange(exponents[1], -0.02, 0.02);
    }

    [Fact]
    public void Kuramoto_and_sivashinsky_on_length_22_have_one_positive_and_three_that_vanish()
    {
        // Edson et al. (2019), doi:10.1017/S1446181119000105, table 1: 0.043, then zeros by time, Galilean and
        // translation symmetry.
        var model = new SpectralModel(
            Equation.Parse(Grid.Line(48, 22), "u_t = -u*u_x - u_xx - u_xxxx"), new Etdrk4(0.2));
        var state = Samples.Wave(model.Grid);
        model.Advance(state, 2500);
        var exponents = LyapunovExponents.Of(model, state, 5, 10, 50, 1500, new RandomSource(2));
        Assert.InRange(exponents[0], 0.03, 0.06);
        Assert.All(exponents[1..4], exponent => Assert.InRange(exponent, -0.012, 0.012));
        Assert.InRange(exponents[4], -0.03, 0);
    }
}

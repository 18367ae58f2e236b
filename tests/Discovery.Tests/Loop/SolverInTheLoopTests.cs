using Sci.Solvers;

namespace Sci.Discovery.Tests.Loop;

public sealed class SolverInTheLoopTests
{
    private static readonly Grid Coarse = Grid.Line(128, KuramotoSivashinsky.Length);

    [Theory]
    [InlineData("u_t = -u_xx - u_xxxx", "u*u_x", -1)]
    [InlineData("u_t = -u*u_x - u_xxxx", "u_xx", -1)]
    [InlineData("u_t = -u*u_x - u_xx", "u_xxxx", -1)]
    [InlineData("u_t = -u*u_x - u_xx - u_xxxx - 0.1*u_xxx", "u_xxx", 0.1)]
    public void A_missing_term_is_found_from_noisy_snapshots(string model, string term, double coefficient)
    {
        var fit = KuramotoSivashinsky.Method(Solve).Fit(
            Equation.Parse(Coarse, model), KuramotoSivashinsky.Windows(1, 9, 0.01, 3, 1), CancellationToken.None);

        var found = Assert.Single(fit.Terms);
        Assert.Equal(Term.Parse(term), found.Term);
        Assert.InRange(Math.Abs(found.Coefficient - coefficient), 0, 4 * fit.Fit.Deviations[fit.Fit.Support[0]]);
        Assert.InRange(fit.Fit.Deviations[fit.Fit.Support[0]], 0, 2e-3);
        Assert.True(fit.Converged);
        Assert.InRange(fit.ChiSquare, 0.85, 1.25);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.1)]
    [InlineData(0.3)]
    public void Where_nothing_is_wrong_nothing_is_found(double noise) =>
        Assert.Empty(KuramotoSivashinsky.Method(Solve).Fit(
        Equation.Parse(Coarse, KuramotoSivashinsky.Truth), KuramotoSivashinsky.Windows(1, 9, noise, 5, 1),
        CancellationToken.None).Terms);

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.1)]
    [InlineData(0.3)]
    public void The_residual_is_noise_where_the_truth_is_inside_the_library(double noise)
    {
        var fits = Enumerable.Range(0, 3).Select(seed => KuramotoSivashinsky.Method(Solve).Fit(
            Equation.Parse(Coarse, "u_t = -u*u_x - u_xxxx"), KuramotoSivashinsky.Windows(2, 6, noise, (ulong)seed, 1),
            CancellationToken.None)).ToArray();

        var rows = fits.Sum(fit => fit.Rows);
        var deviation = Math.Sqrt(2.0 / rows);
        Assert.InRange(fits.Sum(fit => fit.ChiSquare * fit.Rows) / rows, 1 - (4 * deviation), 1 + (4 * deviation));
        Assert.All(fits, fit => Assert.InRange(fit.ChiSquareScore, -5, 5));
    }

    [Fact]
    public void The_residual_says_that_the_truth_is_outside_the_library()
    {
        var method = KuramotoSivashinsky.Method(Solve);
        Term[] lacking = [.. method.Library.Where(term => term != Term.Parse("u_xx"))];

        var fit = (method with { Library = lacking }).Fit(
            Equation.Parse(Coarse, "u_t = -u*u_x - 0.9*u_xx - u_xxxx"), KuramotoSivashinsky.Windows(2, 6, 0.01, 3, 1),
            CancellationToken.None);

        Assert.InRange(fit.ChiSquareScore, 20, double.PositiveInfinity);
        Assert.InRange(fit.ResidualSpectrum.Max(), 2 * fit.ChiSquare, double.PositiveInfinity);
    }

    private static SpectralModel Solve(Equation equation, double timeStep) => new(equation, new Etdrk4(timeStep));
}

using Sci.Testing;

namespace Sci.Solvers.Tests;

public class SchemeTests
{
    // Viscous, dispersive and nonlinear, with LΔt of order one at most: every scheme shows its order.
    private static readonly Equation Mild =
        Equation.Parse(Grid.Line(16, 2 * Math.PI), "u_t = -u*u_x + 0.05*u_xx - 0.02*u_xxx + 0.1*u^2");

    public static TheoryData<Func<double, Scheme>> Schemes => new(
        h => new Etdrk2(h),
        h => new Etdrk4(h),
        h => new Krogstad(h),
        h => new Cnab2(h),
        h => new ExponentialAdams(h, 2),
        h => new ExponentialAdams(h, 4),
        h => new ExponentialAdams(h, 5),
        h => new ExponentialAdams(h, 6),
        h => new ExponentialPece(h, 4),
        h => new ExponentialPece(h, 5),
        h => new ExponentialPece(h, 6),
        h => new Sbdf2(h),
        h => new Sbdf3(h),
        h => new Ark3(h),
        h => new Ark4(h),
        h => new Rk4(h),
        h => new Ssprk3(h),
        h => new Ab3(h),
        h => new Leapfrog(h, 0),
        h => new Leapfrog(h, 0.5),
        h => new DormandPrince(h));

    [Theory]
    [MemberData(nameof(Schemes))]
    public void A_scheme_converges_with_the_order_it_claims(Func<double, Scheme> scheme)
    {
        var exact = Solve(new DormandPrince(1.0 / 1024));
        var order = scheme(1).Order;
        double[] steps = order >= 5 ? [1 / 64.0, 1 / 80.0, 1 / 96.0]
            : order >= 4 ? [1 / 16.0, 1 / 32.0, 1 / 64.0] : [1 / 64.0, 1 / 128.0, 1 / 256.0];
        var study = Convergence.Of(steps, h => Samples.Largest(Solve(scheme(h)), exact));
        Assert.True(Math.Abs(study.Order - order) < 0.3, $"{scheme(1)}: {study}");
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_step_that_is_no_positive_number_is_refused(double step) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rk4(step));

    private static double[] Solve(Scheme scheme)
    {
        var state = Samples.Wave(Mild.Grid);
        new SpectralModel(Mild, scheme).Advance(state, (int)Math.Round(1 / scheme.TimeStep));
        return state[0].ToArray();
    }
}

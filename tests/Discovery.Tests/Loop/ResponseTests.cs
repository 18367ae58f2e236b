using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery.Tests.Loop;

public sealed class ResponseTests
{
    private static readonly Grid Coarse = Grid.Line(128, KuramotoSivashinsky.Length);
    private static readonly Equation Imperfect = Equation.Parse(Coarse, "u_t = -u*u_x - 0.5*u_xx - u_xxxx");

    [Fact]
    public void Differences_agree_with_the_tangent_linear_model()
    {
        var at = new Expansion(
            Solve, Imperfect, KuramotoSivashinsky.Library, Band, Starts(3), new Itinerary([0, 0.5, 1.5], 0.05));

        var tangent = new TangentLinear().Of(at);
        var differences = new Differences(Coarsening: 1).Of(at);

        // A difference is off by its increment, 1e-7, times the curvature over the slope, and by rounding over the
        // increment.
        for (var window = 0; window < 3; window++)
        {
            AssertNear(tangent[window].ToStart, differences[window].ToStart, 1e-5);
            AssertNear(tangent[window].ToCoefficients, differences[window].ToCoefficients, 1e-5);
        }
    }

    [Fact]
    public void Both_ways_find_the_same_coefficients()
    {
        var windows = KuramotoSivashinsky.Windows(1, 6, 0.01, 3, 1);
        var method = KuramotoSivashinsky.Method(Solve);

        var differences = method.Fit(Imperfect, windows, CancellationToken.None);
        var tangent = (method with { Responses = new TangentLinear() }).Fit(Imperfect, windows, CancellationToken.None);

        var (one, other) = (Assert.Single(differences.Terms), Assert.Single(tangent.Terms));
        Assert.Equal(one.Term, other.Term);
        Assert.Equal(one.Coefficient, other.Coefficient, 0.1 * tangent.Fit.Deviations[tangent.Fit.Support[0]]);
    }

    [Fact]
    public void A_solver_without_derivatives_is_named()
    {
        var at = new Expansion(Opaque, Imperfect, [], Band, Starts(1), new Itinerary([0, 0.5], 0.05));

        var error = Assert.Throws<ArgumentException>(() => new TangentLinear().Of(at));

        Assert.Contains(nameof(Hidden), error.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(Differences), error.Message, StringComparison.Ordinal);
    }

    private static FourierBand Band => new(20);

    private static States Starts(int count)
    {
        var starts = new States(count, Band.Dimension);
        for (var i = 0; i < count; i++)
        {
            Band.Project(KuramotoSivashinsky.Windows(count, 2, 0, 1, 1)[i].Observed)[0].CopyTo(starts[i]);
        }

        return starts;
    }

    private static void AssertNear(States expected, States actual, double relative)
    {
        var scale = expected.Values.ToArray().Max(Math.Abs);
        for (var i = 0; i < expected.Values.Length; i++)
        {
            Assert.Equal(expected.Values[i], actual.Values[i], relative * scale);
        }
    }

    private static SpectralModel Solve(Equation equation, double timeStep) => new(equation, new Etdrk4(timeStep));

    private static Hidden Opaque(Equation equation, double timeStep) => new(Solve(equation, timeStep));
}

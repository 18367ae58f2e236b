using Sci.Solvers;
using Sci.Testing;

namespace Sci.Discovery.Tests;

public class DifferentiationTests
{
    private static readonly double[] Spacings = [1.0 / 32, 1.0 / 64, 1.0 / 128];

    public static TheoryData<int, int> OrdersAndAccuracies => new()
    {
        { 1, 2 }, { 2, 2 }, { 3, 2 }, { 4, 2 }, { 1, 4 }, { 2, 4 }, { 3, 4 }, { 4, 4 }, { 1, 6 }, { 2, 6 }, { 1, 8 },
        { 3, 8 },
    };

    [Theory]
    [MemberData(nameof(OrdersAndAccuracies))]
    public void Periodic_differences_have_the_accuracy_they_claim(int order, int accuracy)
    {
        var scheme = new PeriodicDifferences(accuracy);
        var study = Convergence.Of([1.0 / 32, 1.0 / 40, 1.0 / 48], spacing => Error(scheme, spacing, order, margin: 0));
        Assert.True(Math.Abs(study.Order - scheme.Accuracy) < 0.15, study.ToString());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void One_sided_differences_are_of_second_order_up_to_the_ends(int order)
    {
        // Taken on an open line: the function need not be periodic there.
        var study = Convergence.Of(Spacings, spacing => OpenError(spacing, order));
        Assert.True(Math.Abs(study.Order - 2) < 0.2, study.ToString());
    }

    [Fact]
    public void The_fourth_one_sided_difference_is_the_first_of_the_third()
    {
        var grid = Grid.Line(40, 4);
        double[] u = [.. grid.Axes[0].Coordinates().Select(x => Math.Exp(x) * Math.Sin(3 * x))];
        var (third, expected, fourth) = (new double[40], new double[40], new double[40]);
        var scheme = new OneSidedDifferences();
        scheme.Apply(grid, u, 3, 0, 0, third);
        scheme.Apply(grid, third, 1, 0, 0, expected);
        scheme.Apply(grid, u, 4, 0, 0, fourth);
        Assert.Equal(expected, fourth);
        Assert.Equal((third[6] - third[4]) / 0.2, fourth[5], 1e-9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Spectral_derivatives_are_exact_for_resolved_modes(int order) =>
        Assert.True(Error(new SpectralDerivatives(), 1.0 / 32, order, margin: 0) < 1e-7);

    [Fact]
    public void Inverse_laplacian_undoes_the_laplacian_in_a_box()
    {
        var grid = Grid.Box(24, 32, 3, 5);
        var psi = Field(
            grid, (x, y) => Math.Cos(2 * Math.PI * ((2 * x / 5) + (y / 3))) + Math.Sin(2 * Math.PI * x / 5));
        var (q, back) = (new double[psi.Length], new double[psi.Length]);
        var spectral = new SpectralDerivatives();
        spectral.Apply(grid, psi, 0, 0, 1, q);
        spectral.Apply(grid, q, 0, 0, -1, back);
        Assert.All(psi.Zip(back), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void Differences_and_spectra_agree_in_a_box()
    {
        var grid = Grid.Box(96, 128, 3, 5);
        var psi = Field(
            grid, (x, y) => Math.Cos(2 * Math.PI * ((2 * x / 5) + (y / 3))) * Math.Sin(2 * Math.PI * y / 3));
        foreach (var (x, y, laplacian) in new[] { (1, 0, 0), (0, 1, 0), (1, 2, 0), (0, 0, 1), (1, 0, 2) })
        {
            var (differences, spectral) = (new double[psi.Length], new double[psi.Length]);
            new PeriodicDifferences(8).Apply(grid, psi, x, y, laplacian, differences);
            new SpectralDerivatives().Apply(grid, psi, x, y, laplacian, spectral);
            var size = spectral.Max(Math.Abs);
            Assert.All(differences.Zip(spectral), pair => Assert.Equal(pair.First, pair.Second, 1e-6 * size));
        }
    }

    private static double[] Field(Grid grid, Func<double, double, double> f)
    {
        var (ys, xs) = (grid.Axes[0].Coordinates(), grid.Axes[1].Coordinates());
        return [.. ys.SelectMany(y => xs.Select(x => f(x, y)))];
    }

    // sin(2πx) + cos(4πx) on the unit circle.
    private static double Error(IDifferentiation scheme, double spacing, int order, int margin)
    {
        var grid = Grid.Line((int)Math.Round(1 / spacing), 1);
        var x = grid.Axes[0].Coordinates();
        var exact = x.Select(at => Sine(2 * Math.PI, at, order) + Sine(4 * Math.PI, at + 0.125, order)).ToArray();
        var u = x.Select(at => Sine(2 * Math.PI, at, 0) + Sine(4 * Math.PI, at + 0.125, 0)).ToArray();
        var d = new double[u.Length];
        scheme.Apply(grid, u, order, 0, 0, d);
        return Enumerable.Range(margin, u.Length - (2 * margin)).Max(i => Math.Abs(d[i] - exact[i]));
    }

    private static double OpenError(double spacing, int order)
    {
        var n = (int)Math.Round(1 / spacing);
        var grid = Grid.Line(n, 1);
        var x = grid.Axes[0].Coordinates();
        var u = x.Select(at => Sine(2.5, at, 0)).ToArray();
        var d = new double[n];
        new OneSidedDifferences().Apply(grid, u, order, 0, 0, d);
        return x.Select((at, i) => Math.Abs(d[i] - Sine(2.5, at, order))).Max();
    }

    private static double Sine(double k, double x, int order) =>
        Math.Pow(k, order) * Math.Sin((k * x) + (order * Math.PI / 2));
}

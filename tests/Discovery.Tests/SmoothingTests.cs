using Sci.Numerics;
using Sci.Solvers;
using Sci.Testing;

namespace Sci.Discovery.Tests;

public class SmoothingTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(1, 8)]
    [InlineData(2, 4)]
    [InlineData(3, 6)]
    [InlineData(4, 8)]
    public void Central_differences_keep_their_order_up_to_open_ends(int order, int accuracy)
    {
        // A window of as many points loses one order at the ends where symmetry gave one.
        var study = Convergence.Of(
            [0.1, 0.08, 0.064], spacing => Error(new CentralDifferences(accuracy), spacing, order));
        Assert.InRange(study.Order, accuracy - 1.2, accuracy + 1.2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_polynomial_of_its_degree_is_exact_for_savitzky_golay(int order)
    {
        double[] x = [.. Enumerable.Range(0, 40).Select(i => 0.1 * i)];
        var result = new double[40];
        new SavitzkyGolay(7, 4).Apply([.. x.Select(t => Math.Pow(t, 4) - t)], 0.1, order, isPeriodic: false, result);
        Func<double, double> exact =
            order switch { 1 => t => (4 * t * t * t) - 1, 2 => t => 12 * t * t, _ => t => 24 * t };
        for (var i = 0; i < 40; i++)
        {
            Assert.Equal(exact(x[i]), result[i], 1e-8);
        }
    }

    public static TheoryData<string, double> Smoothers =>
        new() { { "golay", 0.5 }, { "spline", 0.5 }, { "variation", 0.7 } };

    [Theory]
    [MemberData(nameof(Smoothers))]
    public void Smoothing_derivatives_lose_most_of_the_noise(string name, double share)
    {
        ILineDifferentiation smoother = name switch
        {
            "golay" => new SavitzkyGolay(10, 4),
            "spline" => new SmoothingSpline(3),
            _ => new TotalVariation(),
        };
        var (plain, smooth) = (NoisyError(new CentralDifferences(4), 1), NoisyError(smoother, 1));
        Assert.True(smooth < share * plain, $"{smooth:g3} of {plain:g3}");
    }

    [Fact]
    public void Total_variation_keeps_a_corner_that_others_round()
    {
        var random = new RandomSource(2);
        double[] y = [.. Enumerable.Range(0, 200).Select(i => Math.Abs((0.01 * i) - 1) + (0.003 * random.Normal()))];
        var (variation, golay) = (new double[200], new double[200]);
        new TotalVariation().Apply(y, 0.01, 1, isPeriodic: false, variation);
        new SavitzkyGolay(15, 2).Apply(y, 0.01, 1, isPeriodic: false, golay);
        Assert.True(Error(variation) < Error(golay), $"{Error(variation):g3} {Error(golay):g3}");

        static double Error(double[] d) =>
            Math.Sqrt(Enumerable.Range(20, 160).Average(i => Math.Pow(d[i] - (i < 100 ? -1 : 1), 2)));
    }

    [Fact]
    public void Lines_that_go_round_have_no_ends()
    {
        double[] y = [.. Enumerable.Range(0, 64).Select(i => Math.Sin(2 * Math.PI * i / 64))];
        double[] turned = [.. y[16..], .. y[..16]];
        foreach (var rule in new ILineDifferentiation[] { new CentralDifferences(6), new SavitzkyGolay(3, 4), new SmoothingSpline(3) })
        {
            var (one, other) = (new double[64], new double[64]);
            rule.Apply(y, 2 * Math.PI / 64, 1, isPeriodic: true, one);
            rule.Apply(turned, 2 * Math.PI / 64, 1, isPeriodic: true, other);
            for (var i = 0; i < 64; i++)
            {
                Assert.Equal(one[(i + 16) % 64], other[i], 1e-3);
                Assert.Equal(Math.Cos(2 * Math.PI * i / 64), one[i], 2e-3);
            }
        }
    }

    [Fact]
    public void Along_lines_of_a_box_mixed_derivatives_and_laplacians_are_those_of_the_function()
    {
        var grid = Grid.Box(48, 64, 2 * Math.PI, 2 * Math.PI);
        var (x, y) = (grid.Axes[1], grid.Axes[0]);
        double[] field = [.. Enumerable.Range(0, grid.Points).Select(
            i => Math.Sin(x.Coordinate(i % 64)) * Math.Cos(2 * y.Coordinate(i / 64)))];
        var (mixed, laplacian) = (new double[grid.Points], new double[grid.Points]);
        var along = new AlongLines(new CentralDifferences(8), IsPeriodic: true);
        along.Apply(grid, field, 1, 1, 0, mixed);
        along.Apply(grid, field, 0, 0, 1, laplacian);
        for (var i = 0; i < field.Length; i++)
        {
            Assert.Equal(-2 * Math.Cos(x.Coordinate(i % 64)) * Math.Sin(2 * y.Coordinate(i / 64)), mixed[i], 1e-6);
            Assert.Equal(-5 * field[i], laplacian[i], 1e-6);
        }
    }

    private static double Error(CentralDifferences rule, double spacing, int order)
    {
        var n = (int)Math.Round(4 / spacing);
        double[] y = [.. Enumerable.Range(0, n).Select(i => Math.Sin(i * spacing))];
        var result = new double[n];
        rule.Apply(y, spacing, order, isPeriodic: false, result);
        return Enumerable.Range(0, n).Max(i => Math.Abs(result[i] - Math.Sin((i * spacing) + (order * Math.PI / 2))));
    }

    private static double NoisyError(ILineDifferentiation rule, int order)
    {
        var random = new RandomSource(1);
        double[] y = [.. Enumerable.Range(0, 200).Select(i => Math.Sin(0.05 * i) + (0.02 * random.Normal()))];
        var result = new double[200];
        rule.Apply(y, 0.05, order, isPeriodic: false, result);
        return Math.Sqrt(Enumerable.Range(20, 160).Average(i => Math.Pow(result[i] - Math.Cos(0.05 * i), 2)));
    }
}

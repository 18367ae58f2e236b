using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery.Tests;

public class WeakFormTests
{
    private static readonly TermLibrary Library = TermLibrary.Conservative("u", power: 6, order: 6);
    private static readonly WeakGridRule Rule = new(Overlap: 4, MinimumRows: 100);

    // The row itself, the next in space, the next in time (7 or 10 rows further).
    private static readonly int[] Neighbours = [0, 1, 10];

    private static readonly SupersetBackward Selection = new(
        new EstimatedVariance(1e-4), new InformationPenalty(), 0, []);

    [Fact]
    public void The_library_has_the_constant_and_six_derivatives_of_six_powers() =>
        Assert.Equal(43, Library.Terms.Count);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void A_derivative_of_the_test_function_integrates_to_the_one_below(int order)
    {
        // The trapezoidal rule is exact to the vanishing derivatives at the ends: ∫φ'x^j = -j∫φx^(j-1).
        var phi = new TestFunction(halfWidth: 30, degree: 12, spacing: 0.1, highestDerivative: 6);
        var (left, right, size) = (0.0, 0.0, 0.0);
        for (var i = -30; i <= 30; i++)
        {
            var x = 0.1 * i;
            left += phi.Derivative(order)[i + 30] * Math.Pow(x, 6);
            right -= phi.Derivative(order - 1)[i + 30] * 6 * Math.Pow(x, 5);
            size += Math.Abs(phi.Derivative(order)[i + 30] * Math.Pow(x, 6));
        }

        Assert.Equal(left, right, 1e-9 * size);
    }

    [Fact]
    public void Hermite_powers_have_the_clean_power_for_their_mean()
    {
        var random = new RandomSource(1);
        const int draws = 200_000;
        double[] values = [.. Enumerable.Range(0, draws).Select(_ => 1.3 + (0.5 * random.Normal()))];
        var table = new HermiteTable(draws, (_, u) => values.CopyTo(u, 0), _ => 0.5);

        // The standard deviation of one draw is below 8 for p ≤ 4.
        for (var p = 0; p < 5; p++)
        {
            Assert.Equal(Math.Pow(1.3, p), table.Of("u", p).Average(), 4 * 8 / Math.Sqrt(draws));
        }
    }

    [Theory]
    [InlineData(false, 5)]
    [InlineData(true, 5)]
    [InlineData(false, 1)]
    [InlineData(true, 1)]
    public void Spreading_over_samples_is_the_transpose_of_integrating_them(bool isPeriodic, int inner)
    {
        var axis = new WeakAxis(41, new TestFunction(7, 9, 0.1, 2), 3, isPeriodic);
        var random = new RandomSource(2);
        double[] f = [.. Enumerable.Range(0, 10 * 41).Select(_ => random.Normal())];
        double[] g = [.. Enumerable.Range(0, 10 * axis.Places).Select(_ => random.Normal())];
        var integrals = axis.Integrate(f, inner, 2).Zip(g, (one, other) => one * other).ToArray();
        var spread = new double[f.Length];
        axis.Spread(g, inner, axis.Table(2, 1), spread);
        var samples = spread.Zip(f, (one, other) => one * other).ToArray();
        Assert.Equal(integrals.Sum(), samples.Sum(), 1e-13 * integrals.Sum(Math.Abs));
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.1)]
    [InlineData(1)]
    public void The_spectrum_tells_the_noise(double fraction)
    {
        var data = PdeData.Kdv;
        var noisy = data.Noisy(fraction, new RandomSource(2))["u"];
        var (square, n) = (0.0, noisy.Values.Length);
        for (var i = 0; i < n; i++)
        {
            square += Math.Pow(noisy.Values[i] - data.Series["u"].Values[i], 2);
        }

        Assert.Equal(1, SpectralCorner.Noise(noisy) / Math.Sqrt(square / n), 0.03);
    }

    [Fact]
    public void A_product_with_a_slope_is_a_slope_of_a_power()
    {
        var series = PdeData.Burgers.Series;
        var system = WeakSystem.Of(series, "u", TermLibrary.Parse("(u^3)_x", "u^2*u_x"), Rule);
        for (var row = 0; row < system.Grid.Rows; row++)
        {
            Assert.Equal(system.Columns[0][row] / 3, system.Columns[1][row], 1e-15);
        }

        var error = Assert.Throws<NotSupportedException>(
            () => WeakSystem.Of(series, "u", TermLibrary.Parse("u*u_xx"), Rule));
        Assert.Contains("u*u_xx", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_covariance_of_the_rows_is_that_of_the_noise(bool isPeriodic)
    {
        // Many draws of noise against what one draw tells, for b - 2u_xx - 3(u^2)_x where u^2 is noisier at some
        // places.
        var grid = new WeakGrid(
            new WeakAxis(30, new TestFunction(6, 8, 0.1, 1), 3, false), new WeakAxis(
                40, new TestFunction(8, 8, 0.2, 2), 4, isPeriodic));
        var clean = new States(30, 40);
        for (var i = 0; i < clean.Values.Length; i++)
        {
            clean.Values[i] = 0.7 + (0.6 * Math.Cos(2 * Math.PI * i / 40));
        }

        var mean = Residual(grid, clean);
        var terms = TermLibrary.Parse("u_xx", "(u^2)_x").Terms.Select(term => WeakTerm.Of(term, 1)).ToArray();
        var random = new RandomSource(3);
        var noise = new WeakNoise(new WeakFields(Series(Noisy(clean, random)), []), "u");
        var rows = Neighbours.Select(neighbour => Unit(grid.Rows, neighbour)).ToArray();
        var expected = new LocalNoise(noise, terms, [2, 3]).Covariance([(grid, rows)]);
        var sum = new double[3];
        const int draws = 4000;
        for (var draw = 0; draw < draws; draw++)
        {
            var residual = Residual(grid, Noisy(clean, random));
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += (residual[0] - mean[0]) * (residual[Neighbours[i]] - mean[Neighbours[i]]) / draws;
            }
        }

        // A mean of squares of normals scatters by √(2/draws); the mean of u² about one series' noise by little.
        for (var i = 0; i < sum.Length; i++)
        {
            Assert.Equal(expected[i] / expected[0], sum[i] / expected[0], 5 * Math.Sqrt(2.0 / draws));
        }
    }

    [Theory]
    [InlineData("Burgers", 1e-5)]
    [InlineData("KdV", 1e-5)]
    public void Clean_data_give_the_equation_and_nothing_else(string name, double tolerance)
    {
        var (exact, error) = Discover(name, 0, seed: 0);
        Assert.True(exact);
        Assert.True(error < tolerance, $"{error:e1}");
    }

    [Theory]
    [InlineData("Burgers", 0.2, 0.05)]
    [InlineData("Burgers", 0.5, 0.12)]
    [InlineData("KdV", 0.2, 0.03)]
    [InlineData("KdV", 1.0, 0.12)]
    public void Noise_leaves_the_equation_exact_and_its_coefficients_close(string name, double noise, double tolerance)
    {
        var results = Enumerable.Range(0, 6).Select(seed => Discover(name, noise, seed)).ToArray();
        Assert.All(results, result => Assert.True(result.Exact));
        Assert.True(results.Average(result => result.Error) < tolerance, string.Join(' ', results));
    }

    [Fact]
    public void Where_evidence_leaves_a_choice_the_noise_of_the_rows_decides()
    {
        // Burgers under noise as strong as the signal: evidence alone settles on one advection term, in every seed.
        var right = Enumerable.Range(0, 8).Count(seed => Discover("Burgers", 1, seed).Exact);
        Assert.True(right >= 6, $"{right} of 8");
    }

    private static double[] Unit(int rows, int row)
    {
        var unit = new double[rows];
        unit[row] = 1;
        return unit;
    }

    private static States Noisy(States clean, RandomSource random)
    {
        var noisy = clean.Clone();
        for (var i = 0; i < noisy.Values.Length; i++)
        {
            noisy.Values[i] += 0.1 * random.Normal();
        }

        return noisy;
    }

    private static double[] Residual(WeakGrid grid, States u)
    {
        var square = u.Values.ToArray();
        for (var i = 0; i < square.Length; i++)
        {
            square[i] = (square[i] * square[i]) - 0.01;
        }

        var (rate, diffusion, advection) = (Integral(grid, u.Values, 1, 0), Integral(grid, u.Values, 0, 2), Integral(
            grid, square, 0, 1));
        return [.. rate.Select((value, row) => value - (2 * diffusion[row]) - (3 * advection[row]))];
    }

    private static double[] Integral(WeakGrid grid, ReadOnlySpan<double> f, int inTime, int inSpace) =>
        grid.Axes[1].Integrate(grid.Axes[0].Integrate(f, 40, inTime), 1, inSpace);

    private static FieldSeries Series(States u) => new(new Dictionary<string, States> { ["u"] = u }, 0.1, 0.2)
    {
        KnownNoise = new Dictionary<string, double> { ["u"] = 0.1 },
    };

    private static (bool Exact, double Error) Discover(string name, double noise, int seed)
    {
        var data = name == "KdV" ? PdeData.Kdv : PdeData.Burgers;
        var search = new EquationSearch(new WeakForm(Rule, new InformationPenalty()), Selection);
        var found = search.Find([data.Noisy(noise, new RandomSource((ulong)seed))], "u", Library).Equation;
        var exact = found.Terms.Select(term => term.Term.ToString()).ToHashSet().SetEquals(
            data.Truth.Select(term => term.Term));
        var error = !exact ? 1 : data.Truth.Max(truth =>
            Math.Abs(
                (found.Terms.Single(term => term.Term == Term.Parse(truth.Term)).Coefficient / truth.Coefficient) - 1));
        return (exact, error);
    }
}

using System.Numerics;
using Sci.Numerics;

namespace Sci.Surrogates.Tests;

public sealed class ConservationTests
{
    private const int Points = 40;

    private static readonly RandomSource Random = new(11);

    private static GaussianField Field => GaussianProcess.Condition(
        [0.1, 0.35, 0.6, 0.9], [1, 0.7, 0.2, 0.1], Line, [0.1, 0.2, 0.4], 1e-4);

    private static double[] Line => [.. Enumerable.Range(0, Points).Select(i => i / (Points - 1.0))];

    private static LinearConstraint Mass => LinearConstraint.Integral(Points, 1 / (Points - 1.0), 0.55, 0);

    [Fact]
    public void Conditioning_on_an_integral_makes_it_certain()
    {
        var field = ProbConserv.Condition(Field, Mass);
        var row = Mass.Rows[0];
        var variance = 0.0;
        for (var i = 0; i < Points; i++)
        {
            variance += row[i] * Vectors(field.Covariance[i], row);
        }

        Assert.True(Mass.Error(field.Mean) < 1e-12);
        Assert.True(Math.Abs(variance) < 1e-12);
    }

    [Fact]
    public void For_independent_values_the_matrix_formula_is_the_projection_without_a_matrix()
    {
        double[] mean = [.. Line.Select(Math.Cos)], variances = [.. Line.Select(x => 0.1 + x)];
        var constraint = Mass with { Variance = 0.01 };

        var field = ProbConserv.Condition(GaussianField.Independent(mean, variances), constraint);
        var direct = (double[])mean.Clone();
        IntegralProjection.Apply(direct, constraint, variances);

        Assert.All(Enumerable.Range(0, Points), i => Assert.Equal(direct[i], field.Mean[i], 13));
    }

    [Fact]
    public void Every_draw_conserves_and_their_mean_is_the_fields()
    {
        const int Draws = 4000;
        var draws = ProbConserv.Sample(Field, Mass, Draws, 1e-10, Random["draws"]);
        var field = ProbConserv.Condition(Field, Mass);

        for (var k = 0; k < Draws; k++)
        {
            Assert.True(Mass.Error(draws[k].ToArray()) < 1e-10);
        }

        for (var i = 0; i < Points; i++)
        {
            var average = Enumerable.Range(0, Draws).Average(k => draws[k][i]);
            Assert.True(Math.Abs(average - field.Mean[i]) < (5 * Math.Sqrt(field.Covariance[i][i] / Draws)) + 1e-6);
        }
    }

    [Fact]
    public void Smoothing_lowers_second_differences_and_keeps_the_mass()
    {
        double[] mean = [.. Line.Select((x, i) => (x < 0.5 ? 1 : 0) + (0.2 * (i % 2)))];
        var field = ProbConserv.Condition(GaussianField.Independent(mean, [.. Line.Select(_ => 0.1)]), Mass);

        var smooth = ProbConserv.Smooth(field, 0.9, Mass);

        Assert.True(Roughness(smooth.Mean) < 0.5 * Roughness(field.Mean));
        Assert.True(Mass.Error(smooth.Mean) < 1e-12);
    }

    [Fact]
    public void A_general_projection_satisfies_its_rows_and_repeats_nothing()
    {
        var rows = new States(3, Points);
        Random["rows"].Normals(rows.Values);
        var (fields, once) = (new States(5, Points), new States(5, Points));
        Random["fields"].Normals(fields.Values);
        fields.Values.CopyTo(once.Values);
        var projection = new LinearProjection(rows);

        var error = projection.Apply(once, [1, 2, 3]);
        var twice = once.Clone();
        projection.Apply(twice, [1, 2, 3]);

        Assert.True(error < 1e-12);
        Assert.All(Enumerable.Range(0, 5 * Points), i => Assert.Equal(once.Values[i], twice.Values[i], 12));
    }

    [Theory]
    [InlineData(Points)]
    [InlineData(Points + 1)]
    public void Any_fluxes_conserve_and_their_adjoint_is_the_transpose(int faces)
    {
        var (u, fluxes, weights) = (new double[Points], new double[faces], new double[Points]);
        Random["u"].Normals(u);
        Random["fluxes"].Normals(fluxes);
        Random["weights"].Normals(weights);
        var (stepped, zero, adjoint) = ((double[])u.Clone(), new double[Points], new double[faces]);

        var error = FluxForm.Step(stepped, fluxes, 0.1, 0.02);
        FluxForm.Step(zero, fluxes, 0.1, 0.02);
        FluxForm.PullBack(weights, adjoint, 0.1, 0.02);

        Assert.True(error < 1e-12);
        Assert.Equal(Vectors(weights, zero), Vectors(adjoint, fluxes), 1e-10);
    }

    [Fact]
    public void A_corrected_spectrum_has_the_energy_and_enstrophy_that_it_should()
    {
        double[] squares = [.. Enumerable.Range(0, 20).Select(k => (double)(k * k))],
            twice = [.. squares.Select(_ => 2.0)];
        var modes = new Complex[20];
        for (var k = 0; k < 20; k++)
        {
            modes[k] = new Complex(Random["modes"][k].Normal(), Random["modes"][-k].Normal());
        }

        var error = SpectralCorrection.EnergyAndEnstrophy(modes, twice, squares, 3, 80);
        SpectralCorrection.Mass(modes, 0.5, 38);

        Assert.True(error < 1e-10);
        Assert.Equal(3, Enumerable.Range(1, 19).Sum(k => 2 * modes[k].Magnitude * modes[k].Magnitude), 1e-10);
        Assert.Equal(80, Enumerable.Range(1, 19).Sum(k => 2 * k * k * modes[k].Magnitude * modes[k].Magnitude), 1e-8);
        Assert.Equal(19, modes[0].Real, 1e-12);
    }

    [Fact]
    public void Limits_keep_the_sum()
    {
        double[] u = [.. Line.Select(x => Math.Cos(9 * x) + 0.4)], v = (double[])u.Clone();

        var first = Limits.Positive(u, 0);
        var second = Limits.TotalVariation(v, 2);

        Assert.True(first < 1e-12 && second < 1e-12);
        Assert.All(u, value => Assert.True(value >= 0));
        Assert.Equal(2, Enumerable.Range(1, Points - 1).Sum(i => Math.Abs(v[i] - v[i - 1])), 1e-12);
    }

    [Fact]
    public void The_layers_implicit_gradient_is_that_of_its_solution()
    {
        // A field of 3 basis fields whose square is to be near a given one: nonlinear, with a residual that stays.
        var basis = new States(12, 3);
        Random["basis"].Normals(basis.Values);
        double[] Solution(States b)
        {
            double[] omega = [1, 1, 1];
            var problem = new BasisCollocation(new Square(), [b], 1e-2, 1);
            new LevenbergMarquardt(200, 1e-10).Solve(problem, omega);
            LevenbergMarquardt.Polish(problem, omega);
            return omega;
        }

        double[] weights = [0.3, -0.7, 0.5];
        var omega = Solution(basis);
        var adjoint = new double[36];
        LevenbergMarquardt.PullBack(new BasisCollocation(new Square(), [basis], 1e-2, 1), omega, weights, adjoint);

        for (var i = 0; i < 36; i++)
        {
            double Shifted(double step)
            {
                var moved = basis.Clone();
                moved.Values[i] += step;
                return Vectors(weights, Solution(moved));
            }

            Assert.Equal((Shifted(1e-4) - Shifted(-1e-4)) / 2e-4, adjoint[i], 1e-6);
        }
    }

    [Fact]
    public void Units_of_the_unknowns_do_not_move_the_path_to_the_minimum()
    {
        var (basis, other) = (new States(12, 3), new States(12, 3));
        Random["units"].Normals(basis.Values);
        for (var i = 0; i < 12; i++)
        {
            (other[i][0], other[i][1], other[i][2]) = (basis[i][0], 16 * basis[i][1], basis[i][2] / 8);
        }

        double[] omega = [2, 2, 2], same = [2, 2.0 / 16, 16];
        var few = new LevenbergMarquardt(3, 0);
        _ = few.Solve(new BasisCollocation(new Square(), [basis], 0, 1), omega);
        _ = few.Solve(new BasisCollocation(new Square(), [other], 0, 1), same);

        Assert.All(
            omega.Zip([same[0], 16 * same[1], same[2] / 8]), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    private static double Vectors(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static double Roughness(IReadOnlyList<double> u) =>
        Enumerable.Range(1, u.Count - 2).Sum(i => Math.Pow(u[i - 1] - (2 * u[i]) + u[i + 1], 2));
}

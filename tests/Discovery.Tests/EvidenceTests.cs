using Sci.Numerics;

namespace Sci.Discovery.Tests;

public class EvidenceTests
{
    private static readonly string[] One = ["a"];

    [Fact]
    public void A_single_column_at_known_noise_has_the_closed_form_of_its_evidence()
    {
        // t ~ N(0, σ²I + φφᵀ/α): with x = (φᵀt)²/(σ²φᵀφ), the best α is s²/(q² - s) and gains ½(x - 1 - ln x).
        var (design, g, b, c) = Single(new RandomSource(1));
        const double variance = 0.25;
        var fit = Plain(new KnownVariance(variance)).Fit(GramMatrix.Of(design));
        var (s, q) = (g / variance, b / variance);
        var alpha = s * s / ((q * q) - s);
        var x = q * q / s;
        var none = -0.5 * ((200 * Math.Log(2 * Math.PI * variance)) + (c / variance));
        Assert.Equal(q / (alpha + s), fit.Weights[0], 1e-9);
        Assert.Equal(1 / Math.Sqrt(alpha + s), fit.Deviations[0], 1e-9);
        Assert.Equal(none + (0.5 * (x - 1 - Math.Log(x))), fit.LogEvidence, 1e-6);
    }

    [Fact]
    public void The_evidence_is_the_density_of_the_target()
    {
        // Independent route: the n by n covariance σ²I + ΦA⁻¹Φᵀ of a small problem, factored directly.
        var random = new RandomSource(2);
        var values = new States(2, 6);
        var target = new double[6];
        random["columns"].Normals(values.Values);
        random["target"].Normals(target);
        var model = new Marginal(GramMatrix.Of(new DenseDesign(["a", "b"], values, target)), 3);
        model.Add(0, 0.7);
        model.Add(1, 2.5);
        model.Refresh();
        var covariance = new double[36];
        for (var i = 0; i < 6; i++)
        {
            for (var j = 0; j < 6; j++)
            {
                covariance[(i * 6) + j] =
                    (values[0][i] * values[0][j] / 0.7) + (values[1][i] * values[1][j] / 2.5) + (i == j ? 1.0 / 3 : 0);
            }
        }

        var factor = Cholesky.Of(covariance, 6);
        var y = (double[])target.Clone();
        factor.Forward(y);
        var expected = -0.5 * (factor.LogDeterminant + y.Sum(value => value * value) + (6 * Math.Log(2 * Math.PI)));
        Assert.Equal(expected, model.LogEvidence(), 1e-12);
    }

    [Fact]
    public void Changing_one_precision_equals_computing_afresh()
    {
        var design = GramMatrix.Of(SyntheticDesign.Make(300, 25, 0.1, new RandomSource(3)).Design);
        var changed = new Marginal(design, 10);
        var fresh = new Marginal(design, 10);
        foreach (var column in new[] { 1, 5, 7, 20 })
        {
            changed.Add(column, 1);
            fresh.Add(column, column == 7 ? 40 : 1);
        }

        changed.Refresh();
        changed.SetAlpha(2, 40);
        fresh.Refresh();
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(fresh.Mean[i], changed.Mean[i], 1e-12);
        }

        for (var i = 0; i < 16; i++)
        {
            Assert.Equal(fresh.Sigma[i], changed.Sigma[i], 1e-12);
        }
    }

    [Fact]
    public void Fixed_point_expectation_maximisation_and_exact_coordinates_find_the_same_maximum()
    {
        var problem = SyntheticDesign.Make(2000, 25, 0.1, new RandomSource(4));
        var design = TriangularFactor.Of(problem.Design).Keep(problem.Support);
        IPrecisionUpdate[] updates = [new MacKayUpdate(), new ExpectationMaximisation(), new CoordinateOptimum()];
        var fits = updates
            .Select(update => new RelevanceVectorMachine(update, new EstimatedVariance(0), 1, 1, 1e9, 1e-10, 20_000).Fit(design))
            .ToArray();
        foreach (var fit in fits)
        {
            Assert.True(fit.Converged);
            Assert.Equal(fits[0].LogEvidence, fit.LogEvidence, 1e-6);
            for (var j = 0; j < design.Columns; j++)
            {
                Assert.Equal(fits[0].Weights[j], fit.Weights[j], 1e-7);
            }
        }
    }

    [Fact]
    public void An_iteration_that_does_not_settle_says_so()
    {
        var problem = SyntheticDesign.Make(500, 25, 0.5, new RandomSource(5));
        var hurried = RelevanceVectorMachine.Medida with { MaximumIterations = 3, Tolerance = 1e-12 };
        Assert.False(hurried.Fit(GramMatrix.Of(problem.Design)).Converged);
    }

    [Fact]
    public void The_authors_machine_prunes_by_the_size_of_the_weight_in_its_own_units()
    {
        // α = 1/w² where the data are plentiful: below 0.1 a weight is removed, however certain it is.
        var values = new States(2, 4000);
        new RandomSource(6).Normals(values.Values);
        var target = new double[4000];
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = (0.09 * values[0][i]) + (0.2 * values[1][i]) + (1e-3 * Math.Sin(i * i));
        }

        var fit = RelevanceVectorMachine.Medida.Fit(GramMatrix.Of(new DenseDesign(["small", "large"], values, target)));
        Assert.Equal([1], fit.Support);
        Assert.True(fit.Converged);
    }

    private static SupersetBackward Plain(NoiseVariance noise) => new(noise, new ConstantPenalty(0), 0, []);

    private static (DenseDesign Design, double G, double B, double C) Single(RandomSource random)
    {
        var values = new States(1, 200);
        var target = new double[200];
        random["column"].Normals(values.Values);
        random["noise"].Normals(target);
        var (g, b, c) = (0.0, 0.0, 0.0);
        for (var i = 0; i < 200; i++)
        {
            target[i] = (0.8 * values[0][i]) + (0.5 * target[i]);
            g += values[0][i] * values[0][i];
            b += values[0][i] * target[i];
            c += target[i] * target[i];
        }

        return (new DenseDesign(One, values, target), g, b, c);
    }
}

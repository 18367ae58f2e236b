using Sci.Numerics;

namespace Sci.Assimilation.Tests;

public sealed class InflationTests
{
    private static readonly Observations Seen = Observations.Everything(6, 0.5);
    private static readonly double[] Y = Some.Vector(6, 2);

    [Fact]
    public void A_factor_multiplies_the_deviations_of_the_analysis_and_keeps_its_mean()
    {
        var (plain, inflated) = (After(new SquareRoot()), After(new Inflated(new SquareRoot(), 1.3)));
        Some.Near(Some.Mean(plain), Some.Mean(inflated), 1e-13);
        Some.Near((Some.Covariance(plain) * 1.69).Enumerate(), Some.Covariance(inflated).Enumerate(), 1e-13);
    }

    [Fact]
    public void Full_relaxation_of_perturbations_keeps_the_forecast_anomalies()
    {
        var (plain, relaxed) = (After(new SquareRoot()), After(new RelaxedPerturbations(new SquareRoot(), 1)));
        Some.Near(Some.Mean(plain), Some.Mean(relaxed), 1e-13);
        Some.Near(Some.Covariance(Some.Ensemble(9, 6, 1)).Enumerate(), Some.Covariance(relaxed).Enumerate(), 1e-13);
    }

    [Fact]
    public void Full_relaxation_of_spread_keeps_the_forecast_deviations_and_the_analysis_correlations()
    {
        var (plain, relaxed) = (Some.Covariance(After(new SquareRoot())), Some.Covariance(
            After(new RelaxedSpread(new SquareRoot(), 1))));
        Some.Near(Some.Covariance(Some.Ensemble(9, 6, 1)).Diagonal(), relaxed.Diagonal(), 1e-12);
        Some.Near(
            plain[0, 1] / Math.Sqrt(plain[0, 0] * plain[1, 1]),
            relaxed[0, 1] / Math.Sqrt(relaxed[0, 0] * relaxed[1, 1]), 1e-12);
    }

    [Fact]
    public void No_relaxation_is_the_plain_analysis()
    {
        var plain = After(new SquareRoot()).Values.ToArray();
        Some.Near(plain, After(new RelaxedSpread(new SquareRoot(), 0)).Values.ToArray(), 1e-13);
        Some.Near(plain, After(new RelaxedPerturbations(new SquareRoot(), 0)).Values.ToArray(), 1e-13);
        Some.Near(plain, After(new Perturbed(new SquareRoot(), 0)).Values.ToArray(), 1e-13);
    }

    [Fact]
    public void Added_noise_adds_its_variance_and_keeps_the_mean()
    {
        var none = new Observations(WeightedSums.Of(6, []), new IndependentErrors([]));
        var ensemble = new States(4000, 6);
        new Perturbed(new SquareRoot(), 0.5).Update(ensemble, none, [], new RandomSource(1));
        Some.Near(new double[6], Some.Mean(ensemble), 1e-14);
        Some.Near(Enumerable.Repeat(0.25, 6), Spread.Variances(ensemble), 5 * 0.25 * Math.Sqrt(2.0 / 4000));
    }

    // Members from N(0, 1) forecast a truth from N(0, 4): the factor of the variance that fits is 4.
    [Fact]
    public void Adaptive_inflation_learns_the_factor_that_the_innovations_show()
    {
        var adaptive = new AdaptivelyInflated(new SquareRoot(), 0.3);
        var observations = Observations.Everything(40, 1);
        var random = new RandomSource(1);
        var mean = 0.0;
        for (var time = 0; time < 600; time++)
        {
            var ensemble = new States(30, 40);
            random.Normals(ensemble.Values);
            var (truth, y) = (new double[40], new double[40]);
            random.Normals(truth);
            observations.Draw(Array.ConvertAll(truth, value => 2 * value), y, random["y"][time]);
            adaptive.Update(ensemble, observations, y, random);
            mean += time < 200 ? 0 : adaptive.Variance / 400;
        }

        Some.Near(4, mean, 0.4);
    }

    private static States After(IAnalysis analysis)
    {
        var ensemble = Some.Ensemble(9, 6, 1);
        analysis.Update(ensemble, Seen, Y, new RandomSource(4));
        return ensemble;
    }
}

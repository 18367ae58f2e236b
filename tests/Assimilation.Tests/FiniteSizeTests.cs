using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation.Tests;

public sealed class FiniteSizeTests
{
    private static readonly Observations Seen = Observations.Everything(8, 0.5);

    [Theory]
    [InlineData(5, 1, 1)]
    [InlineData(12, 1, 3)]
    [InlineData(12, 2, 10)]
    public void Primal_and_dual_find_the_same_analysis(int members, double certainty, double surprise)
    {
        var (primal, dual) = (Some.Ensemble(members, 8, 1), Some.Ensemble(members, 8, 1));
        var y = Array.ConvertAll(Some.Vector(8, 2), value => surprise * value);
        new FiniteSizePrimal { Certainty = certainty }.Update(primal, Seen, y, new RandomSource(1));
        new FiniteSizeDual { Certainty = certainty }.Update(dual, Seen, y, new RandomSource(1));
        Some.Near(dual.Values.ToArray(), primal.Values.ToArray(), 1e-7);
    }

    [Fact]
    public void It_is_the_square_root_filter_of_an_inflated_forecast_with_more_inflation_for_more_surprise()
    {
        var quiet = Inflation(surprise: 0.5);
        var loud = Inflation(surprise: 6);
        Assert.True(quiet < loud, $"{quiet} {loud}");
    }

    // The correction of the mode is there for this: with no information the inflation is one.
    [Fact]
    public void Observations_that_say_nothing_inflate_nothing()
    {
        var ensemble = Some.Ensemble(6, 8, 1);
        var before = ensemble.Clone();
        new FiniteSizeDual { Certainty = 1 }.Update(
            ensemble, Observations.Everything(8, 1e12), new double[8], new RandomSource(1));
        Some.Near(before.Values.ToArray(), ensemble.Values.ToArray(), 1e-5);
    }

    // Finds the factor from the spread that the filter left, then redoes the analysis with it.
    private static double Inflation(double surprise)
    {
        var y = Array.ConvertAll(Some.Vector(8, 2), value => surprise * value);
        var actual = Some.Ensemble(6, 8, 1);
        new FiniteSizeDual { Certainty = 1 }.Update(actual, Seen, y, new RandomSource(1));
        var factor = ScalarMinimum.Of(
            x => Mismatch(x, y, actual), x => Mismatch(x + 1e-5, y, actual) - Mismatch(x - 1e-5, y, actual), 0.2, 5);
        Assert.True(Mismatch(factor, y, actual) < 1e-8);
        return factor;
    }

    private static double Mismatch(double factor, double[] y, States actual)
    {
        var ensemble = Some.Ensemble(6, 8, 1);
        Spread.Scale(ensemble, factor);
        new SquareRoot().Update(ensemble, Seen, y, new RandomSource(1));
        return ensemble.Values.ToArray().Zip(actual.Values.ToArray(), (a, b) => (a - b) * (a - b)).Sum();
    }
}

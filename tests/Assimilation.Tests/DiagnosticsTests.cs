using Sci.Numerics;

namespace Sci.Assimilation.Tests;

public sealed class DiagnosticsTests
{
    private const int Members = 19;
    private const int Size = 50;
    private const int Times = 400;

    [Fact]
    public void A_reliable_ensemble_has_flat_ranks_unit_reduced_deviation_and_spread_equal_to_error()
    {
        var (ranks, reduced, scores, probability) =
            (new RankHistogram(Members), new ReducedVariable(), new Scores(), new RankedProbability());
        Show([ranks, reduced, scores, probability], truthDeviation: 1);

        // χ² of 19 degrees of freedom exceeds 50 once in 8000.
        var expected = Times * (double)Size / (Members + 1);
        var chiSquare = 0.0;
        foreach (var count in ranks.Counts)
        {
            chiSquare += (count - expected) * (count - expected) / expected;
        }

        Assert.InRange(chiSquare, 3, 50);
        Some.Near(0, reduced.Mean, 5 / Math.Sqrt(Times * Size));

        // A ratio of a normal to a sample deviation, √(1+1/N) t of 18 degrees: variance (1 + 1/N) 18/16.
        Some.Near(Math.Sqrt((1 + (1.0 / Members)) * 18 / 16), reduced.Deviation, 0.02);
        Some.Near(Math.Sqrt(1 + (1.0 / Members)), scores.Error(0).Mean, 0.02);
        Some.Near(1, scores.Spread(0).Mean, 0.02);

        // CRPS of N(0,1) for a truth from it is 1/√π; N members cost 1/√π/N more.
        Some.Near(
            (1 + (1.0 / Members)) / Math.Sqrt(Math.PI), Interval.OfSeries(probability.Scores.ToArray()).Mean, 0.01);
    }

    [Fact]
    public void A_narrow_ensemble_shows_in_ranks_and_reduced_deviation()
    {
        var (ranks, reduced) = (new RankHistogram(Members), new ReducedVariable());
        Show([ranks, reduced], truthDeviation: 2);
        Assert.True(ranks.Counts[0] > 3 * ranks.Counts[Members / 2]);
        Assert.True(reduced.Deviation > 1.9);
    }

    [Fact]
    public void The_ranked_probability_score_of_one_member_is_its_error()
    {
        Some.Near(0.7, RankedProbability.Of([1.7], 1), 1e-15);
        Some.Near(0.25, RankedProbability.Of([1, 0], 0.5), 1e-15);
    }

    [Fact]
    public void A_consistent_filter_passes_every_test_of_its_innovations()
    {
        // Means of 4000 squares of normal draws, each of variance 2; the two products of Desroziers scatter a little
        // more.
        var consistency = Innovations(assumedVariance: 0.5);
        Some.Near(1, consistency.ChiSquare, 4 * Math.Sqrt(2.0 / 4000));
        Some.Near(1, consistency.ObservationVariance, 5 * Math.Sqrt(2.0 / 4000));
        Some.Near(1, consistency.ForecastVariance, 5 * Math.Sqrt(2.0 / 4000));
    }

    [Fact]
    public void Overestimated_errors_show_in_the_innovations() =>
        Assert.True(Innovations(assumedVariance: 2) is { ChiSquare: < 0.6, ObservationVariance: < 0.6 });

    // Numbers of nearer members are uniform: χ² of 18 degrees of freedom exceeds 49 once in 8000.
    [Fact]
    public void Of_a_reliable_ensemble_every_ball_covers_what_it_is_credited_with()
    {
        var coverage = new PointCoverage(Members);
        Show([coverage], truthDeviation: 1);
        var expected = Times / (double)Members;
        var chiSquare = 0.0;
        foreach (var count in coverage.Counts)
        {
            chiSquare += (count - expected) * (count - expected) / expected;
        }

        Assert.InRange(chiSquare, 2, 49);
        Some.Near(0, PointCoverage.Excess(coverage.Counts), 1.95 / Math.Sqrt(Times));
    }

    [Fact]
    public void A_narrow_ensemble_covers_less_than_it_is_credited_with()
    {
        var coverage = new PointCoverage(Members);
        Show([coverage], truthDeviation: 2);
        Assert.True(PointCoverage.Excess(coverage.Counts) < -0.5);
    }

    [Fact]
    public void Classes_of_spread_hold_the_errors_of_their_times()
    {
        var skill = SpreadSkill.Of([3, 1, 4, 2, 5], [0.3, 0.1, 0.4, 0.2, 0.5], classes: 2);

        Some.Near([Math.Sqrt(2.5) / 10, Math.Sqrt(50.0 / 3) / 10], skill.Spreads, 1e-15);
        Some.Near([Math.Sqrt(2.5), Math.Sqrt(50.0 / 3)], skill.Errors, 1e-14);
    }

    // 95 % intervals from batches of an autoregression with mean 3 hold it in about 95 % of runs.
    [Fact]
    public void Batch_means_cover_the_mean_of_a_correlated_series()
    {
        var held = 0;
        for (var run = 0; run < 400; run++)
        {
            var random = new RandomSource((ulong)run);
            var series = new double[2000];
            var x = 0.0;
            for (var time = 0; time < series.Length; time++)
            {
                x = (0.8 * x) + random.Normal();
                series[time] = 3 + x;
            }

            var interval = Interval.OfSeries(series);
            held += Math.Abs(interval.Mean - 3) < interval.HalfWidth ? 1 : 0;
        }

        Assert.InRange(held, 360, 396);
    }

    private static void Show(IReadOnlyList<IDiagnostic> diagnostics, double truthDeviation)
    {
        var random = new RandomSource(7);
        var (ensemble, truth) = (new States(Members, Size), new double[Size]);
        for (var time = 0; time < Times; time++)
        {
            random.Normals(ensemble.Values);
            random.Normals(truth);
            foreach (var diagnostic in diagnostics)
            {
                diagnostic.Add(ensemble, Array.ConvertAll(truth, value => truthDeviation * value));
            }
        }
    }

    private static Consistency Innovations(double assumedVariance)
    {
        var consistency = new Consistency();
        var random = new RandomSource(7);
        var assumed = Observations.Everything(10, assumedVariance);
        for (var time = 0; time < Times; time++)
        {
            var (ensemble, truth, y) = (new States(400, 10), new double[10], new double[10]);
            random.Normals(ensemble.Values);
            random.Normals(truth);
            Observations.Everything(10, 0.5).Draw(truth, y, random["y"][time]);
            var before = ensemble.Clone();
            new SquareRoot().Update(ensemble, assumed, y, random);
            consistency.Add(before, ensemble, assumed, y);
        }

        return consistency;
    }
}

using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation.Tests;

public sealed class SquareRootFilterTests
{
    private const int Size = 12;

    private static readonly Grid Line = Grid.Line(Size, Size);

    private static readonly Dictionary<string, IAnalysis> Filters = new()
    {
        ["square root"] = new SquareRoot(),
        ["rotated"] = new Rotated(new SquareRoot()),
        ["triangular"] = new TriangularSquareRoot(),
        ["triangular, reflected"] = new Reflected(new TriangularSquareRoot()),
        ["serial"] = new SerialSquareRoot { Localization = null },
        ["serial, unlimited reach"] =
            new SerialSquareRoot { Localization = new Localization(Line, new Cutoff(double.PositiveInfinity)) },
        ["local, unlimited reach"] =
            new Letkf { Localization = new Localization(Line, new Cutoff(double.PositiveInfinity)) },
    };

    public static TheoryData<string, int, string> Linear
    {
        get
        {
            var data = new TheoryData<string, int, string>();
            foreach (var filter in Filters.Keys)
            {
                foreach (var members in new[] { 5, 40 })
                {
                    foreach (var what in new[] { "everything", "subset", "correlated" })
                    {
                        if (what != "correlated" || !filter.Contains("reach", StringComparison.Ordinal))
                        {
                            data.Add(filter, members, what);
                        }
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Linear))]
    public void Mean_and_covariance_are_the_Kalman_filters_of_the_sample(string filter, int members, string what)
    {
        var observations = Observed(what);
        var ensemble = Some.Ensemble(members, Size, 1);
        var y = Some.Vector(observations.Count, 2);
        var (mean, covariance) = Some.Kalman(Some.Mean(ensemble), Some.Covariance(ensemble), observations, y);
        Filters[filter].Update(ensemble, observations, y, new RandomSource(3));
        Some.Near(mean, Some.Mean(ensemble), 1e-11);
        Some.Near(covariance.Enumerate(), Some.Covariance(ensemble).Enumerate(), 1e-11);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    public void The_deterministic_filter_has_the_Kalman_mean_and_a_covariance_larger_by_a_quarter_of_KHBHK(int members)
    {
        var observations = Observed("correlated");
        var ensemble = Some.Ensemble(members, Size, 1);
        var y = Some.Vector(observations.Count, 2);
        var before = Some.Covariance(ensemble);
        var (mean, covariance) = Some.Kalman(Some.Mean(ensemble), before, observations, y);
        var h = Some.Matrix(observations.Operator);
        var gain = before * h.Transpose() * ((h * before * h.Transpose()) + Some.Matrix(observations.Errors)).Inverse();
        new Denkf().Update(ensemble, observations, y, new RandomSource(3));
        Some.Near(mean, Some.Mean(ensemble), 1e-11);
        Some.Near(
            (covariance + (gain * h * before * h.Transpose() * gain.Transpose() / 4)).Enumerate(),
            Some.Covariance(ensemble).Enumerate(), 1e-11);
    }

    // In the space of the members by loops of our own and by the library's, and in that of the observations.
    [Theory]
    [InlineData(2, 3)]
    [InlineData(5, 6)]
    [InlineData(24, 40)]
    [InlineData(31, 101)]
    [InlineData(70, 75)]
    [InlineData(40, 12)]
    public void The_triangular_root_has_the_symmetric_ones_mean_and_covariance_in_any_order_of_members(
        int members, int size)
    {
        var observations = Some.Correlated(size, [.. Enumerable.Range(0, size)]);
        var y = Some.Vector(size, 2);
        var (symmetric, triangular) = (Some.Ensemble(members, size, 1), Some.Ensemble(members, size, 1));
        var reversed = new States(members, size);
        for (var m = 0; m < members; m++)
        {
            triangular[m].CopyTo(reversed[members - 1 - m]);
        }

        new SquareRoot().Update(symmetric, observations, y, new RandomSource(1));
        foreach (var ensemble in new[] { triangular, reversed })
        {
            new TriangularSquareRoot().Update(ensemble, observations, y, new RandomSource(1));
            Some.Near(Some.Mean(symmetric), Some.Mean(ensemble), 1e-12);
            Some.Near(Some.Covariance(symmetric).Enumerate(), Some.Covariance(ensemble).Enumerate(), 1e-12);
        }
    }

    // The mean of the anomalies after an analysis is rounding of their size, even where the forecast is far larger.
    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(200)]
    public void The_triangular_root_leaves_a_mean_that_the_observations_agree_with(int members)
    {
        var observations = Observations.Everywhere(Line, 1, 1e-6);
        var ensemble = Some.Ensemble(members, Size, 1);
        var mean = Some.Mean(ensemble);
        new TriangularSquareRoot().Update(ensemble, observations, mean.ToArray(), new RandomSource(1));
        Some.Near(mean, Some.Mean(ensemble), 1e-12);
    }

    // With B/R of size e the root is 1 - e/2, and the rotation after it no more than e.
    [Theory]
    [InlineData("square root", 5)]
    [InlineData("triangular", 5)]
    [InlineData("triangular", 40)]
    public void Observations_that_say_nothing_move_no_member(string filter, int members)
    {
        var ensemble = Some.Ensemble(members, Size, 1);
        var before = ensemble.Clone();
        var everywhere = Observations.Everywhere(Line, 1, 1e12);
        Filters[filter].Update(ensemble, everywhere, Some.Vector(Size, 2), new RandomSource(1));
        Some.Near(before.Values.ToArray(), ensemble.Values.ToArray(), 1e-8);
    }

    // With precise observations the local filter changes from its series to eigenvectors.
    [Theory]
    [InlineData(0.4)]
    [InlineData(1e-4)]
    public void Local_analysis_without_a_limit_moves_every_member_as_the_global_one(double variance)
    {
        var observations = Observations.Subset(Line, 1, [1, 3, 4, 6, 7, 9], variance);
        var y = Some.Vector(observations.Count, 2);
        var (global, local) = (Some.Ensemble(5, Size, 1), Some.Ensemble(5, Size, 1));
        Filters["square root"].Update(global, observations, y, new RandomSource(1));
        Filters["local, unlimited reach"].Update(local, observations, y, new RandomSource(1));
        Some.Near(global.Values.ToArray(), local.Values.ToArray(), 1e-10);
    }

    [Theory]
    [InlineData("serial")]
    [InlineData("local")]
    public void Out_of_reach_nothing_moves_and_alone_in_reach_an_observation_acts_as_on_its_own(string kind)
    {
        var reach = new Localization(Line, new Cutoff(0.4));
        IAnalysis filter =
            kind == "serial" ? new SerialSquareRoot { Localization = reach } : new Letkf { Localization = reach };
        var observations = Observations.Subset(Line, 1, [2, 9], 0.5);
        var y = Some.Vector(2, 2);
        var (local, single) = (Some.Ensemble(6, Size, 1), Some.Ensemble(6, Size, 1));
        var before = local.Clone();
        filter.Update(local, observations, y, new RandomSource(1));
        new SquareRoot().Update(single, Observations.Subset(Line, 1, [9], 0.5), y.AsSpan(1), new RandomSource(1));
        for (var m = 0; m < 6; m++)
        {
            Some.Near(single[m][9], local[m][9], 1e-12);
            Some.Near(before[m][5], local[m][5], 1e-13);
        }
    }

    [Theory]
    [InlineData("square root")]
    [InlineData("local, unlimited reach")]
    [InlineData("serial")]
    public void Permuting_the_members_permutes_the_analysis(string filter)
    {
        var observations = Observed("subset");
        var y = Some.Vector(observations.Count, 2);
        var ensemble = Some.Ensemble(7, Size, 1);
        var reversed = new States(7, Size);
        for (var m = 0; m < 7; m++)
        {
            ensemble[m].CopyTo(reversed[6 - m]);
        }

        Filters[filter].Update(ensemble, observations, y, new RandomSource(1));
        Filters[filter].Update(reversed, observations, y, new RandomSource(1));
        for (var m = 0; m < 7; m++)
        {
            Some.Near(ensemble[m].ToArray(), reversed[6 - m].ToArray(), 1e-11);
        }
    }

    [Theory]
    [InlineData("square root")]
    [InlineData("triangular")]
    public void Without_observations_nothing_changes(string filter)
    {
        var none = new Observations(WeightedSums.Of(Size, []), new IndependentErrors([]));
        var ensemble = Some.Ensemble(5, Size, 1);
        var before = ensemble.Clone();
        Filters[filter].Update(ensemble, none, [], new RandomSource(1));
        Assert.Equal(before.Values, ensemble.Values);
    }

    [Fact]
    public void One_thread_and_two_give_the_same_bytes()
    {
        var observations = Observed("subset");
        var y = Some.Vector(observations.Count, 2);
        var filter = (Letkf)Filters["local, unlimited reach"];
        var (one, two) = (Some.Ensemble(9, Size, 1), Some.Ensemble(9, Size, 1));
        (filter with { Threads = 1 }).Update(one, observations, y, new RandomSource(1));
        (filter with { Threads = 2 }).Update(two, observations, y, new RandomSource(1));
        Assert.Equal(one.Values, two.Values);
    }

    // The rotated anomalies of N members are uniform on their sphere: a squared entry averages to 1/(N-1) of the row
    // sum.
    [Fact]
    public void A_rotation_leaves_mean_and_covariance_and_forgets_which_member_was_which()
    {
        const int draws = 4000;
        var none = new Observations(WeightedSums.Of(3, []), new IndependentErrors([]));
        var rotation = new Rotated(new SquareRoot());
        var sum = 0.0;
        for (var i = 0; i < draws; i++)
        {
            var ensemble = new States(4, 3, [3, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0]);
            rotation.Update(ensemble, none, [], new RandomSource((ulong)i));
            Some.Near(0, Some.Mean(ensemble)[0], 1e-14);
            Some.Near(4, Some.Covariance(ensemble)[0, 0], 1e-13);
            sum += ensemble[0][0] * ensemble[0][0] / draws;
        }

        // 12 cos² with the direction uniform on a sphere in 3 dimensions, times 3/4: mean 3, deviation 9 √(4/45).
        Some.Near(3, sum, 4 * 9 * Math.Sqrt(4.0 / 45 / draws));
    }

    // The first of four members keeps 1 - 2 cos² of an anomaly of its own, the normal of the reflection uniform on a
    // sphere in three dimensions: a third on average, deviation 2 √(4/45). A reflection is its own inverse.
    [Fact]
    public void A_reflection_leaves_mean_and_covariance_and_undoes_itself()
    {
        const int draws = 4000;
        var none = new Observations(WeightedSums.Of(3, []), new IndependentErrors([]));
        var reflection = new Reflected(new SquareRoot());
        var sum = 0.0;
        for (var i = 0; i < draws; i++)
        {
            double[] values = [4, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2];
            var ensemble = new States(4, 3, [.. values]);
            reflection.Update(ensemble, none, [], new RandomSource((ulong)i));
            Some.Near([1, 1, 2], Some.Mean(ensemble), 1e-14);
            Some.Near(4, Some.Covariance(ensemble)[0, 0], 1e-13);
            sum += (ensemble[0][0] - 1) / draws;
            reflection.Update(ensemble, none, [], new RandomSource((ulong)i));
            Some.Near(values, ensemble.Values.ToArray(), 1e-13);
        }

        Some.Near(1, sum, 4 * 6 * Math.Sqrt(4.0 / 45 / draws));
    }

    private static Observations Observed(string what) => what switch
    {
        "everything" => Observations.Everywhere(Line, 1, 0.3),
        "subset" => Observations.Subset(Line, 1, [1, 3, 4, 6, 7, 9], 0.4),
        _ => Some.Correlated(Size, [0, 2, 3, 8, 10, 11]),
    };
}

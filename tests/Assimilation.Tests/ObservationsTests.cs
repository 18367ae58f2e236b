using Sci.Numerics;
using Sci.Solvers;
using Sci.Testing;

namespace Sci.Assimilation.Tests;

public sealed class ObservationsTests
{
    [Fact]
    public void Spectral_interpolation_is_exact_for_every_resolved_wave()
    {
        var grid = Grid.Box(7, 8, 2.0, 3.0);
        var places = new States(2, 2, [0.37, 1.91, -0.4, 5.2]);
        static double Field(double y, double x) =>
            1 + Math.Cos((2 * Math.PI * 3 * y / 2) + 0.3) + (Math.Sin(2 * Math.PI * 3 * x / 3) * Math.Cos(
                2 * Math.PI * y / 2));
        var state = new double[56];
        for (var i = 0; i < 56; i++)
        {
            state[i] = Field(grid.Axes[0].Coordinate(i / 8), grid.Axes[1].Coordinate(i % 8));
        }

        var seen = new double[2];
        Interpolation.Spectral(grid, places).Apply(state, seen);
        Some.Near([Field(0.37, 1.91), Field(-0.4, 5.2)], seen, 1e-13);
    }

    [Fact]
    public void Cubic_interpolation_is_of_fourth_order()
    {
        static double Wave(double x) => Math.Sin(2 * Math.PI * x);
        var study = Convergence.Of([1.0 / 32, 1.0 / 64, 1.0 / 128], spacing =>
        {
            var grid = Grid.Line((int)Math.Round(1 / spacing), 1);
            var places = new States(200, 1, [.. Enumerable.Range(0, 200).Select(i => (i * 0.0071) - 0.3)]);
            var seen = new double[200];
            Interpolation.Cubic(grid, places).Apply(Array.ConvertAll(grid.Axes[0].Coordinates(), Wave), seen);
            return seen.Select((value, i) => Math.Abs(value - Wave(places[i][0]))).Max();
        });
        Assert.True(Math.Abs(study.Order - 4) < 0.1, study.ToString());
    }

    [Fact]
    public void A_spline_in_two_dimensions_is_of_fourth_order_and_passes_through_its_points()
    {
        static double Wave(double y, double x) => Math.Sin(2 * Math.PI * x) * Math.Cos(2 * Math.PI * (y - x));
        var study = Convergence.Of([1.0 / 32, 1.0 / 64, 1.0 / 128], spacing =>
        {
            var n = (int)Math.Round(1 / spacing);
            var grid = Grid.Box(n, n, 1, 1);
            var places = new States(50, 2, [.. Enumerable.Range(0, 100).Select(i => (i * 0.137) - 0.3)]);
            var points = Places.Of(grid, Enumerable.Range(0, n * n));
            var state = Enumerable.Range(0, n * n).Select(i => Wave(points[i][0], points[i][1])).ToArray();
            var seen = new double[50];
            Interpolation.Spline(grid, places).Apply(state, seen);
            return seen.Select((value, i) => Math.Abs(value - Wave(places[i][0], places[i][1]))).Max();
        });
        Assert.True(Math.Abs(study.Order - 4) < 0.15, study.ToString());

        var line = Grid.Line(9, 3);
        var there = new double[9];
        Interpolation.Spline(line, Places.Of(line, Enumerable.Range(0, 9))).Apply(Some.Vector(9, 1), there);
        Some.Near(Some.Vector(9, 1), there, 1e-14);
    }

    // Second differences on both sides of a point agree to the order of their step.
    [Fact]
    public void A_spline_is_twice_differentiable_across_its_points()
    {
        const double h = 1e-3;
        var grid = Grid.Line(9, 9);
        var places = new States(6, 1, [4 - (2 * h), 4 - h, 4, 4, 4 + h, 4 + (2 * h)]);
        var seen = new double[6];
        Interpolation.Spline(grid, places).Apply(Some.Vector(9, 1), seen);
        var (left, right) =
            ((seen[0] - (2 * seen[1]) + seen[2]) / (h * h), (seen[3] - (2 * seen[4]) + seen[5]) / (h * h));
        Some.Near(left, right, 100 * h);
        Assert.True(Math.Abs(left) > 0.1);
    }

    [Fact]
    public void Block_means_average()
    {
        var seen = new double[2];
        WeightedSums.BlockMeans(6, 3).Apply([1, 2, 6, -1, 0, 4], seen);
        Some.Near([3, 1], seen, 1e-15);
    }

    [Fact]
    public void Blocks_of_a_box_average_about_their_centres_and_may_be_the_first_of_several_fields()
    {
        var grid = Grid.Box(4, 6, 4, 12);
        var (means, places) = Blocks.Of(grid, 2);
        var state = Enumerable.Range(0, 48).Select(i => (double)i).ToArray();
        var (seen, first) = (new double[6], new double[6]);
        means.Apply(state.AsSpan(0, 24), seen);
        means.OfFirst(48).Apply(state, first);

        Some.Near([3.5, 5.5, 7.5, 15.5, 17.5, 19.5], seen, 1e-14);
        Some.Near(seen, first, 0);
        Some.Near([0.5, 1, 0.5, 5, 0.5, 9, 2.5, 1, 2.5, 5, 2.5, 9], places.Values.ToArray(), 1e-14);
    }

    [Fact]
    public void Whitening_undoes_coloring()
    {
        var errors = Some.Correlated(9, [1, 2, 3, 5, 8]).Errors;
        var z = Some.Vector(5, 1);
        var there = (double[])z.Clone();
        errors.Color(there);
        errors.Whiten(there);
        Some.Near(z, there, 1e-14);
        Some.Near(0.5, errors.Variance(3), 1e-15);
    }

    [Fact]
    public void Drawn_observations_scatter_as_their_covariance_says()
    {
        const int draws = 20_000;
        var observations = Some.Correlated(4, [0, 1, 3]);
        var sample = new States(draws, 3);
        var random = new RandomSource(5);
        for (var i = 0; i < draws; i++)
        {
            observations.Draw([1, 2, 3, 4], sample[i], random[i]);
        }

        Some.Near([1, 2, 4], Some.Mean(sample), 5 * Math.Sqrt(0.5 / draws));
        Some.Near(Some.Matrix(observations.Errors).Enumerate(), Some.Covariance(sample).Enumerate(), 5 * 0.5 * Math.Sqrt(2.0 / draws));
    }

    [Fact]
    public void Distances_go_the_short_way_round()
    {
        var grid = Grid.Box(10, 10, 10, 10);
        Some.Near(Math.Sqrt(2), Places.Distance(grid, [9.5, 0.5], [0.5, 9.5]), 1e-14);
        Some.Near([7, 3], Places.Of(grid, [73])[0].ToArray(), 0);
    }
}

using Sci.Numerics;

namespace Sci.Surrogates.Tests;

public sealed class SamplingTests
{
    private static readonly Box Square = new([-1, -1], [1, 1]);

    [Fact]
    public void A_Latin_hypercube_has_one_point_in_every_interval_of_every_coordinate()
    {
        var points = Square.LatinHypercube(50, new RandomSource(1));

        for (var d = 0; d < 2; d++)
        {
            var intervals = Enumerable.Range(0, 50).Select(i => (int)((points[(2 * i) + d] + 1) / 2 * 50)).Order();
            Assert.Equal(Enumerable.Range(0, 50), intervals);
        }
    }

    [Fact]
    public void Residual_sampling_draws_with_its_density()
    {
        // The residual is 3 on a quarter of the square, else 1: density (r/1.5 + 1)/2, so 3/8 of the points lie there.
        var sampling = new ResidualCollocation(Square, Power: 1, Constant: 1, Candidates: 10);

        var points = sampling.Draw(4000, z => Each(z, (x, y) => x > 0 && y > 0 ? 9 : 1), new RandomSource(2));
        var inside = Enumerable.Range(0, 4000).Count(i => points[2 * i] > 0 && points[(2 * i) + 1] > 0) / 4000.0;

        Assert.Equal(0.375, inside, 0.02);
    }

    [Fact]
    public void Greedy_sampling_keeps_its_points_and_adds_those_of_the_largest_residuals()
    {
        var sampling = new GreedyCollocation(Square, added: 10, candidates: 40);
        var first = sampling.Draw(100, z => Each(z, (x, _) => x), new RandomSource(3));

        var second = sampling.Draw(100, z => Each(z, (x, _) => x), new RandomSource(4));

        Assert.Equal(first, second[..200]);
        Assert.Equal(220, second.Length);
        Assert.All(Enumerable.Range(100, 10), i => Assert.True(second[2 * i] > 0.9));
    }

    [Fact]
    public void An_adversarial_density_seeks_the_residual_and_smoothness_holds_it_back()
    {
        static double Peak(double x, double y) => Math.Exp(-20 * (((x - 0.5) * (x - 0.5)) + ((y - 0.5) * (y - 0.5))));
        var (sharp, smooth) = (new AdversarialCollocation(Square, 16, 0.01, 0.1),
            new AdversarialCollocation(Square, 16, 10, 0.1));

        sharp.Draw(500, z => Each(z, Peak), new RandomSource(5));
        smooth.Draw(500, z => Each(z, Peak), new RandomSource(5));

        Assert.True(sharp.Density.Max() > 10);
        Assert.True(smooth.Density.Max() < sharp.Density.Max() / 2);
        Assert.Equal(256, smooth.Density.Sum(), 1e-9);
    }

    private static double[] Each(double[] points, Func<double, double, double> square) =>
        [.. Enumerable.Range(0, points.Length / 2).Select(i => square(points[2 * i], points[(2 * i) + 1]))];
}

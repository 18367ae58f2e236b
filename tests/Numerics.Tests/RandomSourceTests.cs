namespace Sci.Numerics.Tests;

/// <remarks>
/// Statistics are held to five standard deviations of what the distribution itself gives, at fixed seeds.
/// </remarks>
public sealed class RandomSourceTests
{
    private const int Draws = 1_000_000;

    [Fact]
    public void The_same_seed_and_path_give_the_same_sequence()
    {
        var a = Bits(new RandomSource(7)["observations"][3]);
        var source = new RandomSource(7);
        source.Bits(); // A child does not depend on how far its parent has drawn.
        Assert.Equal(a, Bits(source["observations"][3]));
    }

    [Fact]
    public void Seeds_names_and_numbers_all_give_different_sequences()
    {
        var root = new RandomSource(7);
        RandomSource[] sources =
        [
            root, new(8), new(0), root["a"], root["b"], root["ab"], root["ba"], root[""], root[0], root[1], root[-1],
            root["a"][0],
            root[0]["a"], root["a"]["b"], root["b"]["a"], root[0][1], root[1][0],
        ];
        Assert.Equal(sources.Length, sources.Select(source => source.Bits()).Distinct().Count());
    }

    [Fact]
    public void Xoshiro_gives_the_authors_numbers()
    {
        // The reference program's first outputs from the state 1, 2, 3, 4.
        var xoshiro = new Xoshiro(1, 2, 3, 4);
        ulong[] expected = [41943041, 58720359, 3588806011781223, 3591011842654386, 9228616714210784205];
        Assert.Equal(expected, expected.Select(_ => xoshiro.Next()));
    }

    [Fact]
    public void Moments_are_those_of_the_normal_distribution()
    {
        var x = Normals("moments");
        // Mean and standard deviation of the sample mean of x^p: E x^2p - (E x^p)^2 over the number of draws.
        double[] mean = [1, 0, 1, 0, 3, 0, 15];
        double[] variance = [0, 1, 2, 15, 96, 945, 10170];
        for (var p = 1; p <= 6; p++)
        {
            var deviation = Math.Sqrt(variance[p] / Draws);
            Assert.InRange(
                x.Average(value => Math.Pow(value, p)), mean[p] - (5 * deviation), mean[p] + (5 * deviation));
        }
    }

    [Theory]
    [InlineData(1, 0.158655253931457)]
    [InlineData(2, 0.0227501319481792)]
    [InlineData(3, 0.00134989803163009)]
    [InlineData(3.6541528853610088, 0.00012902178)]
    [InlineData(4, 3.16712418331199e-5)]
    public void Tails_hold_their_share_on_both_sides(double beyond, double share)
    {
        var x = Normals("tails");
        var deviation = Math.Sqrt(Draws * share * (1 - share));
        Assert.InRange(
            x.Count(value => value > beyond), (Draws * share) - (5 * deviation), (Draws * share) + (5 * deviation));
        Assert.InRange(
            x.Count(value => value < -beyond), (Draws * share) - (5 * deviation), (Draws * share) + (5 * deviation));
    }

    [Fact]
    public void Normal_draws_fill_bins_of_equal_probability_equally()
    {
        // The probability integral by Math.NET, independent of the ziggurat; fine bins show a wrong layer.
        const int bins = 1024;
        var counts = new int[bins];
        foreach (var x in Normals("bins"))
        {
            counts[(int)(bins * MathNet.Numerics.Distributions.Normal.CDF(0, 1, x))]++;
        }

        AssertUniform(counts, Draws);
    }

    [Fact]
    public void Uniform_draws_fill_the_unit_interval_equally()
    {
        var random = new RandomSource(11)["uniform"];
        var counts = new int[1000];
        for (var i = 0; i < Draws; i++)
        {
            counts[(int)(counts.Length * random.Uniform())]++;
        }

        AssertUniform(counts, Draws);
    }

    [Fact]
    public void Whole_numbers_below_a_bound_come_equally_often()
    {
        var random = new RandomSource(12)["below"];
        var counts = new int[37];
        for (var i = 0; i < Draws; i++)
        {
            counts[random.Below(counts.Length)]++;
        }

        AssertUniform(counts, Draws);
    }

    [Fact]
    public void Every_order_of_four_things_comes_equally_often()
    {
        var random = new RandomSource(13)["shuffle"];
        var counts = new Dictionary<string, int>();
        const int shuffles = 48_000;
        for (var i = 0; i < shuffles; i++)
        {
            char[] items = ['a', 'b', 'c', 'd'];
            random.Shuffle<char>(items);
            counts[new string(items)] = counts.GetValueOrDefault(new string(items)) + 1;
        }

        Assert.Equal(24, counts.Count);
        AssertUniform([.. counts.Values], shuffles);
    }

    [Theory]
    [InlineData("names")]
    [InlineData("numbers")]
    [InlineData("lag")]
    public void Streams_are_uncorrelated_with_their_siblings_and_themselves(string what)
    {
        var root = new RandomSource(14);
        double[] x = Draw(root["a"]), y = what switch
        {
            "names" => Draw(root["b"]),
            "numbers" => Draw(root["a"][1]),
            _ => [.. x.Skip(1), 0],
        };
        var correlation = x.Zip(y, (a, b) => a * b).Sum() / Draws;
        Assert.InRange(correlation, -5 / Math.Sqrt(Draws), 5 / Math.Sqrt(Draws));
    }

    [Fact]
    public void First_draws_of_numbered_children_are_normal_too()
    {
        var root = new RandomSource(15)["members"];
        var x = Enumerable.Range(0, 100_000).Select(i => root[i].Normal()).ToArray();
        Assert.InRange(x.Average(), -5 / Math.Sqrt(x.Length), 5 / Math.Sqrt(x.Length));
        Assert.InRange(x.Average(value => value * value), 1 - (5 * Math.Sqrt(2.0 / x.Length)), 1 + (5 * Math.Sqrt(
            2.0 / x.Length)));
    }

    [Fact]
    public void Many_draws_at_once_are_the_single_ones()
    {
        var one = new RandomSource(16);
        Assert.Equal(Enumerable.Range(0, 10_000).Select(_ => one.Normal()), Draw(new RandomSource(16), 10_000));
    }

    private static ulong[] Bits(RandomSource random) => [.. Enumerable.Range(0, 100).Select(_ => random.Bits())];

    private static double[] Normals(string name) => Draw(new RandomSource(10)[name]);

    private static double[] Draw(RandomSource random, int count = Draws)
    {
        var x = new double[count];
        random.Normals(x);
        return x;
    }

    // Pearson's statistic has mean b - 1 and variance 2 (b - 1) for b bins.
    private static void AssertUniform(int[] counts, int draws)
    {
        var expected = (double)draws / counts.Length;
        var freedom = counts.Length - 1;
        var statistic = counts.Sum(count => (count - expected) * (count - expected) / expected);
        Assert.InRange(statistic, freedom - (5 * Math.Sqrt(2.0 * freedom)), freedom + (5 * Math.Sqrt(2.0 * freedom)));
    }
}

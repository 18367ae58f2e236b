using System.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Numerics.Tests;

public sealed class LaneFftTests
{
    public static TheoryData<int> Lengths => [16, 32, 64, 128, 256, 512, 1024, 2048, 4096];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Forward_gives_the_modes_of_every_member_at_their_places(int n)
    {
        AssertForward<FourLanes>(n);
        AssertForward<EightLanes>(n);
        if (LaneFft<FourPlaces>.Fits(n))
        {
            AssertForward<FourPlaces>(n);
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Inverse_undoes_forward_times_the_number_of_points(int n)
    {
        AssertInverse<FourLanes>(n);
        AssertInverse<EightLanes>(n);
        if (LaneFft<FourPlaces>.Fits(n))
        {
            AssertInverse<FourPlaces>(n);
        }
    }

    [Theory]
    [InlineData(64)]
    [InlineData(128)]
    public void A_member_has_the_same_bits_in_every_lane_and_company(int n)
    {
        var alone = Transformed<FourLanes>(n, _ => Member(n, 0));
        var four = Transformed<FourLanes>(n, member => Member(n, member));
        var eight = Transformed<EightLanes>(n, member => Member(n, 7 - member));
        for (var value = 0; value < n; value++)
        {
            Assert.Equal(alone[4 * value], alone[(4 * value) + 3]);
            Assert.Equal(alone[4 * value], four[4 * value]);
            Assert.Equal(alone[4 * value], eight[(8 * value) + 7]);
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(48)]
    public void Other_lengths_are_refused(int n) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LaneFft<FourLanes>(n));

    private static void AssertForward<TLanes>(int n)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var places = new LaneFft<TLanes>(n).Modes;
        Assert.Equal(Enumerable.Range(0, n / 2), places.Select(mode => Math.Min(mode, n - mode)).Order());
        var waves = Transformed<TLanes>(n, member => Member(n, member));
        var modes = new Complex[(n / 2) + 1];
        for (var lane = 0; lane < TLanes.Members; lane++)
        {
            RealFft.Of(n).Forward(Member(n, lane), modes);
            for (var place = 0; place < n / 2; place++)
            {
                var mode = places[place];
                var expected = place == 0 ? new Complex(modes[0].Real, modes[n / 2].Real)
                    : 2 * mode < n ? modes[mode] : Complex.Conjugate(modes[n - mode]);
                var at = LaneFft<TLanes>.ModeAt(place, lane);
                var actual = new Complex(waves[at], waves[at + TLanes.Count]);
                Assert.InRange(Complex.Abs(expected - actual), 0, 1e-15 * n * Math.Log2(n));
            }
        }
    }

    private static unsafe void AssertInverse<TLanes>(int n)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var fft = new LaneFft<TLanes>(n);
        AlignedMemory points = Packed(fft, member => Member(n, member)), modes = new(fft.Length), work = new(fft.Length);
        var before = points.Values.ToArray();
        LaneArray<TLanes> x = new(points.Pointer), u = new(modes.Pointer);
        fft.Forward(ref x, ref u, work.Pointer);
        points.Values.Clear();
        fft.Inverse(ref u, ref x, work.Pointer);
        Assert.InRange(
            RealFftTests.Distance(before, [.. points.Values.ToArray().Select(value => value / n)]), 0, 4e-15);
    }

    private static unsafe double[] Transformed<TLanes>(int n, Func<int, double[]> member)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var fft = new LaneFft<TLanes>(n);
        var points = Packed(fft, member);
        var all = new LaneArray<TLanes>(points.Pointer);
        fft.Forward(ref all, ref all, points.Pointer);
        return points.Values.ToArray();
    }

    private static AlignedMemory Packed<TLanes>(LaneFft<TLanes> fft, Func<int, double[]> member)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var points = new AlignedMemory(fft.Length);
        for (var lane = 0; lane < TLanes.Members; lane++)
        {
            var row = member(lane);
            for (var place = 0; place < fft.Size; place++)
            {
                points.Values[LaneFft<TLanes>.PointAt(place, lane)] = row[fft.Points[place]];
            }
        }

        return points;
    }

    private static double[] Member(int n, int member) => RealFftTests.Draw(n, $"member {member}");
}

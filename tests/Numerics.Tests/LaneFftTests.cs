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
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Inverse_undoes_forward_times_the_number_of_points(int n)
    {
        AssertInverse<FourLanes>(n);
        AssertInverse<EightLanes>(n);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(128)]
    public void A_member_has_the_same_bits_in_every_lane_and_width(int n)
    {
        var row = RealFftTests.Draw(n);
        var four = Transformed<FourLanes>(n, _ => row);
        var eight = Transformed<EightLanes>(n, _ => row);
        for (var value = 0; value < four.Length; value++)
        {
            Assert.Equal(four[value - (value % 4)], four[value]);
            Assert.Equal(four[value], eight[2 * (value - (value % 4))]);
            Assert.Equal(four[value], eight[(2 * (value - (value % 4))) + 7]);
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
        var places = new LaneFft<TLanes>(n).Modes();
        Assert.Equal(Enumerable.Range(0, n), places.Order());
        var waves = Transformed<TLanes>(n, member => Member(n, member));
        Complex[] first = new Complex[(n / 2) + 1], second = new Complex[first.Length];
        var width = TLanes.Count;
        for (var lane = 0; lane < width; lane++)
        {
            RealFft.Of(n).Forward(Member(n, lane), first);
            RealFft.Of(n).Forward(Member(n, width + lane), second);
            for (var p = 0; p < n; p++)
            {
                var expected = Mode(first, places[p], n) + (Complex.ImaginaryOne * Mode(second, places[p], n));
                var actual = new Complex(waves[(2 * width * p) + lane], waves[(2 * width * p) + width + lane]);
                Assert.InRange(Complex.Abs(expected - actual), 0, 1e-15 * n * Math.Log2(n));
            }
        }
    }

    private static unsafe void AssertInverse<TLanes>(int n)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var fft = new LaneFft<TLanes>(n);
        AlignedMemory waves = Packed<TLanes>(n, member => Member(n, member)), modes = new(fft.Length), work = new(fft.Length);
        var before = waves.Values.ToArray();
        Waves<TLanes> points = new(waves.Pointer), spectrum = new(modes.Pointer);
        fft.Forward(ref points, ref spectrum, work.Pointer);
        fft.Inverse(ref spectrum, ref points, work.Pointer);
        Assert.InRange(RealFftTests.Distance(before, [.. waves.Values.ToArray().Select(value => value / n)]), 0, 4e-15);
    }

    private static unsafe double[] Transformed<TLanes>(int n, Func<int, double[]> member)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var fft = new LaneFft<TLanes>(n);
        AlignedMemory waves = Packed<TLanes>(n, member), work = new(fft.Length);
        var all = new Waves<TLanes>(waves.Pointer);
        fft.Forward(ref all, ref all, work.Pointer);
        return waves.Values.ToArray();
    }

    private static AlignedMemory Packed<TLanes>(int n, Func<int, double[]> member)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var waves = new AlignedMemory(2 * TLanes.Count * n);
        for (var m = 0; m < 2 * TLanes.Count; m++)
        {
            var row = member(m);
            for (var j = 0; j < n; j++)
            {
                waves.Values[(2 * TLanes.Count * j) + m] = row[j];
            }
        }

        return waves;
    }

    private static double[] Member(int n, int member) => RealFftTests.Draw(n, $"member {member}");

    private static Complex Mode(Complex[] half, int mode, int n) =>
        2 * mode <= n ? half[mode] : Complex.Conjugate(half[n - mode]);
}

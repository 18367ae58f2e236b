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
        AssertForward<Members256<double>, double>(n);
        AssertForward<Members512<double>, double>(n);
        AssertForward<Members256<float>, float>(n);
        AssertForward<Members512<float>, float>(n);
        if (LaneFft<Places256<double>, double>.Fits(n))
        {
            AssertForward<Places256<double>, double>(n);
            AssertForward<Places128<float>, float>(n);
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Inverse_undoes_forward_times_the_number_of_points(int n)
    {
        AssertInverse<Members256<double>, double>(n);
        AssertInverse<Members512<double>, double>(n);
        AssertInverse<Members256<float>, float>(n);
        AssertInverse<Members512<float>, float>(n);
        if (LaneFft<Places256<double>, double>.Fits(n))
        {
            AssertInverse<Places256<double>, double>(n);
            AssertInverse<Places128<float>, float>(n);
        }
    }

    [Theory]
    [InlineData(64)]
    [InlineData(128)]
    public void A_member_has_the_same_bits_in_every_lane_and_company(int n)
    {
        var alone = Transformed<Members256<double>, double>(n, _ => Member(n, 0));
        var four = Transformed<Members256<double>, double>(n, member => Member(n, member));
        var eight = Transformed<Members512<double>, double>(n, member => Member(n, 7 - member));
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
        Assert.Throws<ArgumentOutOfRangeException>(() => new LaneFft<Members256<double>, double>(n));

    private static void AssertForward<TLanes, T>(int n)
        where TLanes : unmanaged, ILanes<TLanes, T>
        where T : unmanaged, INumber<T>
    {
        var places = new LaneFft<TLanes, T>(n).Modes;
        Assert.Equal(Enumerable.Range(0, n / 2), places.Select(mode => Math.Min(mode, n - mode)).Order());
        var waves = Transformed<TLanes, T>(n, member => Member(n, member));
        var modes = new Complex[(n / 2) + 1];
        for (var lane = 0; lane < TLanes.Members; lane++)
        {
            RealFft.Of(n).Forward(Member(n, lane), modes);
            for (var place = 0; place < n / 2; place++)
            {
                var mode = places[place];
                var expected = place == 0 ? new Complex(modes[0].Real, modes[n / 2].Real)
                    : 2 * mode < n ? modes[mode] : Complex.Conjugate(modes[n - mode]);
                var at = LaneFft<TLanes, T>.ModeAt(place, lane);
                var actual = new Complex(
                    double.CreateTruncating(waves[at]), double.CreateTruncating(waves[at + TLanes.Count]));
                Assert.InRange(Complex.Abs(expected - actual), 0, 5 * Rounding<T>() * n * Math.Log2(n));
            }
        }
    }

    private static unsafe void AssertInverse<TLanes, T>(int n)
        where TLanes : unmanaged, ILanes<TLanes, T>
        where T : unmanaged, INumber<T>
    {
        var fft = new LaneFft<TLanes, T>(n);
        var points = Packed(fft, member => Member(n, member));
        AlignedMemory<T> modes = new(fft.Length), work = new(fft.Length);
        var before = Numbers(points);
        LaneArray<TLanes, T> x = new(points.Pointer), u = new(modes.Pointer);
        fft.Forward(ref x, ref u, work.Pointer);
        points.Values.Clear();
        fft.Inverse(ref u, ref x, work.Pointer);
        Assert.InRange(
            RealFftTests.Distance(before, [.. Numbers(points).Select(value => value / n)]), 0, 20 * Rounding<T>());
    }

    private static unsafe T[] Transformed<TLanes, T>(int n, Func<int, double[]> member)
        where TLanes : unmanaged, ILanes<TLanes, T>
        where T : unmanaged, INumber<T>
    {
        var fft = new LaneFft<TLanes, T>(n);
        var points = Packed(fft, member);
        var all = new LaneArray<TLanes, T>(points.Pointer);
        fft.Forward(ref all, ref all, points.Pointer);
        return points.Values.ToArray();
    }

    private static AlignedMemory<T> Packed<TLanes, T>(LaneFft<TLanes, T> fft, Func<int, double[]> member)
        where TLanes : unmanaged, ILanes<TLanes, T>
        where T : unmanaged, INumber<T>
    {
        var points = new AlignedMemory<T>(fft.Length);
        for (var lane = 0; lane < TLanes.Members; lane++)
        {
            var row = member(lane);
            for (var place = 0; place < fft.Size; place++)
            {
                points.Values[LaneFft<TLanes, T>.PointAt(place, lane)] = T.CreateTruncating(row[fft.Points[place]]);
            }
        }

        return points;
    }

    private static double[] Numbers<T>(AlignedMemory<T> memory)
        where T : unmanaged, INumber<T> => [.. memory.Values.ToArray().Select(double.CreateTruncating)];

    // Half the distance of 1 to the next number.
    private static double Rounding<T>() => typeof(T) == typeof(float) ? Math.Pow(2, -24) : Math.Pow(2, -53);

    private static double[] Member(int n, int member) => RealFftTests.Draw(n, $"member {member}");
}

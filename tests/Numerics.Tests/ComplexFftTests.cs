using System.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Numerics.Tests;

public sealed unsafe class ComplexFftTests
{
    public static TheoryData<int> Lengths => [16, 24, 32, 40, 48, 64, 72, 96, 120, 128, 192, 256, 360, 512, 768];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Forward_gives_the_modes_of_every_lane_at_their_places(int n)
    {
        AssertForward<FourPlaces>(n);
        AssertForward<EightPlaces>(n);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Inverse_undoes_forward_times_the_number_of_points(int n)
    {
        AssertInverse<FourPlaces>(n);
        AssertInverse<EightPlaces>(n);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(60)]
    [InlineData(112)]
    public void Other_lengths_are_refused(int n) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ComplexFft<FourPlaces>(n));

    private static void AssertForward<TLanes>(int n)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var fft = new ComplexFft<TLanes>(n);
        Assert.Equal(Enumerable.Range(0, n), fft.Places.Order());
        var waves = Start<TLanes>(n);
        Forward(fft, waves);
        for (var lane = 0; lane < TLanes.Count; lane++)
        {
            for (var mode = 0; mode < n; mode++)
            {
                var expected = Complex.Zero;
                for (var point = 0; point < n; point++)
                {
                    expected += Value(point, lane) * Complex.FromPolarCoordinates(
                        1, -2 * Math.PI * ((long)mode * point % n) / n);
                }

                var at = (2 * TLanes.Count * fft.Places[mode]) + lane;
                var difference = expected - new Complex(waves.Values[at], waves.Values[at + TLanes.Count]);
                Assert.InRange(difference.Magnitude, 0, 1e-13 * n);
            }
        }
    }

    private static void AssertInverse<TLanes>(int n)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var fft = new ComplexFft<TLanes>(n);
        AlignedMemory start = Start<TLanes>(n), waves = Start<TLanes>(n);
        Forward(fft, waves);
        var plain = new LaneArray<TLanes>(waves.Pointer);
        fft.Inverse(ref plain, ref plain, waves.Pointer);
        for (var i = 0; i < start.Length; i++)
        {
            Assert.Equal(start.Values[i], waves.Values[i] / n, 1e-13);
        }
    }

    private static void Forward<TLanes>(ComplexFft<TLanes> fft, AlignedMemory waves)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var plain = new LaneArray<TLanes>(waves.Pointer);
        fft.Forward(ref plain, ref plain, waves.Pointer);
    }

    private static AlignedMemory Start<TLanes>(int n)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var waves = new AlignedMemory(2 * TLanes.Count * n);
        for (var point = 0; point < n; point++)
        {
            for (var lane = 0; lane < TLanes.Count; lane++)
            {
                var at = (2 * TLanes.Count * point) + lane;
                (waves.Values[at], waves.Values[at + TLanes.Count]) =
                    (Value(point, lane).Real, Value(point, lane).Imaginary);
            }
        }

        return waves;
    }

    private static Complex Value(int point, int lane) =>
        new(Math.Cos((point * point * 0.7) + lane), Math.Sin((point * 1.3) - (lane * lane)));
}

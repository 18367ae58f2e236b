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
        AssertForward<Places256<double>, double>(n);
        AssertForward<Places512<double>, double>(n);
        AssertForward<Places256<float>, float>(n);
        AssertForward<Places512<float>, float>(n);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Inverse_undoes_forward_times_the_number_of_points(int n)
    {
        AssertInverse<Places256<double>, double>(n);
        AssertInverse<Places512<double>, double>(n);
        AssertInverse<Places256<float>, float>(n);
        AssertInverse<Places512<float>, float>(n);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(60)]
    [InlineData(112)]
    public void Other_lengths_are_refused(int n) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ComplexFft<Places256<double>, double>(n));

    private static void AssertForward<TLanes, T>(int n)
        where TLanes : unmanaged, ILanes<TLanes, T>
        where T : unmanaged, INumber<T>
    {
        var fft = new ComplexFft<TLanes, T>(n);
        Assert.Equal(Enumerable.Range(0, n), fft.Places.Order());
        var waves = Start<TLanes, T>(n);
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
                var difference = expected - new Complex(
                    double.CreateTruncating(waves.Values[at]), double.CreateTruncating(waves.Values[at + TLanes.Count]));
                Assert.InRange(difference.Magnitude, 0, Tolerance<T>() * n);
            }
        }
    }

    private static void AssertInverse<TLanes, T>(int n)
        where TLanes : unmanaged, ILanes<TLanes, T>
        where T : unmanaged, INumber<T>
    {
        var fft = new ComplexFft<TLanes, T>(n);
        AlignedMemory<T> start = Start<TLanes, T>(n), waves = Start<TLanes, T>(n);
        Forward(fft, waves);
        var plain = new LaneArray<TLanes, T>(waves.Pointer);
        fft.Inverse(ref plain, ref plain, waves.Pointer);
        for (var i = 0; i < start.Length; i++)
        {
            Assert.Equal(
                double.CreateTruncating(start.Values[i]), double.CreateTruncating(waves.Values[i]) / n, Tolerance<T>());
        }
    }

    private static void Forward<TLanes, T>(ComplexFft<TLanes, T> fft, AlignedMemory<T> waves)
        where TLanes : unmanaged, ILanes<TLanes, T>
        where T : unmanaged, INumber<T>
    {
        var plain = new LaneArray<TLanes, T>(waves.Pointer);
        fft.Forward(ref plain, ref plain, waves.Pointer);
    }

    private static AlignedMemory<T> Start<TLanes, T>(int n)
        where TLanes : unmanaged, ILanes<TLanes, T>
        where T : unmanaged, INumber<T>
    {
        var waves = new AlignedMemory<T>(2 * TLanes.Count * n);
        for (var point = 0; point < n; point++)
        {
            for (var lane = 0; lane < TLanes.Count; lane++)
            {
                var at = (2 * TLanes.Count * point) + lane;
                (waves.Values[at], waves.Values[at + TLanes.Count]) =
                    (T.CreateTruncating(Value(point, lane).Real), T.CreateTruncating(Value(point, lane).Imaginary));
            }
        }

        return waves;
    }

    // A few times the rounding of a number; in double precision the sum that is the reference has errors too.
    private static double Tolerance<T>() => typeof(T) == typeof(float) ? Math.Pow(2, -24) * 20 : 1e-13;

    private static Complex Value(int point, int lane) =>
        new(Math.Cos((point * point * 0.7) + lane), Math.Sin((point * 1.3) - (lane * lane)));
}

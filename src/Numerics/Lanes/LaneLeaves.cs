using System.Runtime.CompilerServices;

namespace Sci.Numerics.Lanes;

/// <summary>The last level of a forward transform and the first of an inverse one: 4 or 8 neighbouring points at once.</summary>
internal static unsafe class LaneLeaves<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    private const double HalfRoot = 0.70710678118654752440;

    public static void Forward4<TSink>(double* work, nint first, nint count, ref TSink sink)
        where TSink : struct, IWaveSink<TLanes>
    {
        for (var p = first; p < first + count; p += 4)
        {
            var a = Wave<TLanes>.Load(work, p);
            var b = Wave<TLanes>.Load(work, p + 1);
            var c = Wave<TLanes>.Load(work, p + 2);
            var d = Wave<TLanes>.Load(work, p + 3);
            var even = a + c;
            var odd = b + d;
            sink.Store(p, even + odd);
            sink.Store(p + 2, even - odd);
            even = a - c;
            odd = b - d;
            sink.Store(p + 1, even.MinusTurned(odd));
            sink.Store(p + 3, even.PlusTurned(odd));
        }
    }

    public static void Inverse4<TSource>(ref TSource source, double* work, nint first, nint count)
        where TSource : struct, IWaveSource<TLanes>
    {
        for (var p = first; p < first + count; p += 4)
        {
            var a = source.Load(p);
            var b = source.Load(p + 1);
            var c = source.Load(p + 2);
            var d = source.Load(p + 3);
            var even = a + c;
            var odd = b + d;
            (even + odd).Store(work, p);
            (even - odd).Store(work, p + 2);
            even = a - c;
            odd = b - d;
            even.PlusTurned(odd).Store(work, p + 1);
            even.MinusTurned(odd).Store(work, p + 3);
        }
    }

    public static void Forward8<TSink>(double* work, nint first, nint count, ref TSink sink)
        where TSink : struct, IWaveSink<TLanes>
    {
        for (var p = first; p < first + count; p += 8)
        {
            // Modes 0, 2, 4, 6 from the sums of opposite points, the others from the differences.
            var a = Wave<TLanes>.Load(work, p) + Wave<TLanes>.Load(work, p + 4);
            var b = Wave<TLanes>.Load(work, p + 1) + Wave<TLanes>.Load(work, p + 5);
            var c = Wave<TLanes>.Load(work, p + 2) + Wave<TLanes>.Load(work, p + 6);
            var d = Wave<TLanes>.Load(work, p + 3) + Wave<TLanes>.Load(work, p + 7);
            var even = a + c;
            var odd = b + d;
            sink.Store(p, even + odd);
            sink.Store(p + 4, even - odd);
            even = a - c;
            odd = b - d;
            sink.Store(p + 2, even.MinusTurned(odd));
            sink.Store(p + 6, even.PlusTurned(odd));

            a = Wave<TLanes>.Load(work, p) - Wave<TLanes>.Load(work, p + 4);
            b = Wave<TLanes>.Load(work, p + 1) - Wave<TLanes>.Load(work, p + 5);
            c = Wave<TLanes>.Load(work, p + 2) - Wave<TLanes>.Load(work, p + 6);
            d = Wave<TLanes>.Load(work, p + 3) - Wave<TLanes>.Load(work, p + 7);
            even = a.MinusTurned(c);
            odd = TimesOneMinusI(b.MinusTurned(d));
            sink.Store(p + 1, even + odd);
            sink.Store(p + 5, even - odd);
            even = a.PlusTurned(c);
            odd = TimesOnePlusI(b.PlusTurned(d));
            sink.Store(p + 3, even - odd);
            sink.Store(p + 7, even + odd);
        }
    }

    public static void Inverse8<TSource>(ref TSource source, double* work, nint first, nint count)
        where TSource : struct, IWaveSource<TLanes>
    {
        for (var p = first; p < first + count; p += 8)
        {
            var a = source.Load(p);
            var c = source.Load(p + 2);
            var e = source.Load(p + 4);
            var g = source.Load(p + 6);
            var even = a + e;
            var odd = c + g;
            var s0 = even + odd;
            var s2 = even - odd;
            even = a - e;
            odd = c - g;
            var s1 = even.PlusTurned(odd);
            var s3 = even.MinusTurned(odd);

            // The half of the odd modes, turned by (1 + i)/√2 a point.
            a = source.Load(p + 1);
            c = source.Load(p + 3);
            e = source.Load(p + 5);
            g = source.Load(p + 7);
            even = a + e;
            odd = c + g;
            var t = even + odd;
            (s0 + t).Store(work, p);
            (s0 - t).Store(work, p + 4);
            t = even - odd;
            s2.PlusTurned(t).Store(work, p + 2);
            s2.MinusTurned(t).Store(work, p + 6);
            even = a - e;
            odd = c - g;
            t = TimesOnePlusI(even.PlusTurned(odd));
            (s1 + t).Store(work, p + 1);
            (s1 - t).Store(work, p + 5);
            t = TimesOneMinusI(even.MinusTurned(odd));
            (s3 - t).Store(work, p + 3);
            (s3 + t).Store(work, p + 7);
        }
    }

    // z (1 + i)/√2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wave<TLanes> TimesOnePlusI(Wave<TLanes> z)
    {
        var half = TLanes.Broadcast(HalfRoot);
        return new Wave<TLanes>((z.Re - z.Im) * half, (z.Re + z.Im) * half);
    }

    // z (1 - i)/√2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wave<TLanes> TimesOneMinusI(Wave<TLanes> z)
    {
        var half = TLanes.Broadcast(HalfRoot);
        return new Wave<TLanes>((z.Re + z.Im) * half, (z.Im - z.Re) * half);
    }
}

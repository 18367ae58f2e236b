using System.Numerics;
using System.Runtime.CompilerServices;

namespace Sci.Numerics.Lanes;

/// <summary>
/// The level next to the modes of a complex transform: transforms of 4 or 8 neighbours, without factors.
/// </summary>
internal static unsafe class ComplexLeaves<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private const double HalfRoot = 0.70710678118654752440;

    public static void Forward<TSink>(int leaf, ref TSink sink, T* work, nint first, nint count)
        where TSink : struct, IComplexSink<TLanes, T>
    {
        (first, count) = (Wave<TLanes, T>.Wide * first, Wave<TLanes, T>.Wide * count);
        if (leaf == 4)
        {
            Forward4(ref sink, work, first, count);
        }
        else
        {
            Forward8(ref sink, work, first, count);
        }
    }

    public static void Inverse<TSource>(int leaf, ref TSource source, T* work, nint first, nint count)
        where TSource : struct, IComplexSource<TLanes, T>
    {
        (first, count) = (Wave<TLanes, T>.Wide * first, Wave<TLanes, T>.Wide * count);
        if (leaf == 4)
        {
            Inverse4(ref source, work, first, count);
        }
        else
        {
            Inverse8(ref source, work, first, count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Forward4<TSink>(ref TSink sink, T* work, nint first, nint count)
        where TSink : struct, IComplexSink<TLanes, T>
    {
        nint wide = Wave<TLanes, T>.Wide;
        for (var p = first; p < first + count; p += 4 * wide)
        {
            var a = Wave<TLanes, T>.Load(work, p);
            var c = Wave<TLanes, T>.Load(work, p + (2 * wide));
            var even = a + c;
            var evenOther = a - c;
            var b = Wave<TLanes, T>.Load(work, p + wide);
            var d = Wave<TLanes, T>.Load(work, p + (3 * wide));
            var odd = b + d;
            var oddOther = b - d;
            sink.Store(p, even + odd);
            sink.Store(p + wide, evenOther.MinusTurned(oddOther));
            sink.Store(p + (2 * wide), even - odd);
            sink.Store(p + (3 * wide), evenOther.PlusTurned(oddOther));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Inverse4<TSource>(ref TSource source, T* work, nint first, nint count)
        where TSource : struct, IComplexSource<TLanes, T>
    {
        nint wide = Wave<TLanes, T>.Wide;
        for (var p = first; p < first + count; p += 4 * wide)
        {
            var a = source.Load(p);
            var c = source.Load(p + (2 * wide));
            var even = a + c;
            var evenOther = a - c;
            var b = source.Load(p + wide);
            var d = source.Load(p + (3 * wide));
            var odd = b + d;
            var oddOther = b - d;
            (even + odd).Store(work, p);
            evenOther.PlusTurned(oddOther).Store(work, p + wide);
            (even - odd).Store(work, p + (2 * wide));
            evenOther.MinusTurned(oddOther).Store(work, p + (3 * wide));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Forward8<TSink>(ref TSink sink, T* work, nint first, nint count)
        where TSink : struct, IComplexSink<TLanes, T>
    {
        var half = TLanes.Broadcast(HalfRoot);
        nint wide = Wave<TLanes, T>.Wide;
        for (var p = first; p < first + count; p += 8 * wide)
        {
            var (s0, d0) = Pair(Wave<TLanes, T>.Load(work, p), Wave<TLanes, T>.Load(work, p + (4 * wide)));
            var (s2, d2) = Pair(Wave<TLanes, T>.Load(work, p + (2 * wide)), Wave<TLanes, T>.Load(work, p + (6 * wide)));
            var (s1, d1) = Pair(Wave<TLanes, T>.Load(work, p + wide), Wave<TLanes, T>.Load(work, p + (5 * wide)));
            var (s3, d3) = Pair(Wave<TLanes, T>.Load(work, p + (3 * wide)), Wave<TLanes, T>.Load(work, p + (7 * wide)));
            var (even, evenOther) = Pair(s0, s2);
            var (odd, oddOther) = Pair(s1, s3);
            sink.Store(p, even + odd);
            sink.Store(p + (4 * wide), even - odd);
            sink.Store(p + (2 * wide), evenOther.MinusTurned(oddOther));
            sink.Store(p + (6 * wide), evenOther.PlusTurned(oddOther));
            // exp(-iπ/4) = (1 - i)/√2 and its cube, of d1 and d3.
            var e1 = new Wave<TLanes, T>((d1.Re + d1.Im) * half, (d1.Im - d1.Re) * half);
            var e3 = new Wave<TLanes, T>((d3.Im - d3.Re) * half, (d3.Re + d3.Im) * half);
            odd = new(e1.Re + e3.Re, e1.Im - e3.Im);
            oddOther = new(e1.Re - e3.Re, e1.Im + e3.Im);
            even = d0.MinusTurned(d2);
            evenOther = d0.PlusTurned(d2);
            sink.Store(p + wide, even + odd);
            sink.Store(p + (5 * wide), even - odd);
            sink.Store(p + (3 * wide), evenOther.MinusTurned(oddOther));
            sink.Store(p + (7 * wide), evenOther.PlusTurned(oddOther));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Inverse8<TSource>(ref TSource source, T* work, nint first, nint count)
        where TSource : struct, IComplexSource<TLanes, T>
    {
        var half = TLanes.Broadcast(HalfRoot);
        nint wide = Wave<TLanes, T>.Wide;
        for (var p = first; p < first + count; p += 8 * wide)
        {
            var (s0, d0) = Pair(source.Load(p), source.Load(p + (4 * wide)));
            var (s2, d2) = Pair(source.Load(p + (2 * wide)), source.Load(p + (6 * wide)));
            var (s1, d1) = Pair(source.Load(p + wide), source.Load(p + (5 * wide)));
            var (s3, d3) = Pair(source.Load(p + (3 * wide)), source.Load(p + (7 * wide)));
            var (even, evenOther) = Pair(s0, s2);
            var (odd, oddOther) = Pair(s1, s3);
            (even + odd).Store(work, p);
            (even - odd).Store(work, p + (4 * wide));
            evenOther.PlusTurned(oddOther).Store(work, p + (2 * wide));
            evenOther.MinusTurned(oddOther).Store(work, p + (6 * wide));
            // exp(iπ/4) = (1 + i)/√2, and minus its cube.
            var e1 = new Wave<TLanes, T>((d1.Re - d1.Im) * half, (d1.Re + d1.Im) * half);
            var e3 = new Wave<TLanes, T>((d3.Re + d3.Im) * half, (d3.Im - d3.Re) * half);
            odd = e1 - e3;
            oddOther = e1 + e3;
            even = d0.PlusTurned(d2);
            evenOther = d0.MinusTurned(d2);
            (even + odd).Store(work, p + wide);
            (even - odd).Store(work, p + (5 * wide));
            evenOther.PlusTurned(oddOther).Store(work, p + (3 * wide));
            evenOther.MinusTurned(oddOther).Store(work, p + (7 * wide));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Wave<TLanes, T> Sum, Wave<TLanes, T> Difference) Pair(Wave<TLanes, T> a, Wave<TLanes, T> b) =>
        (a + b, a - b);
}

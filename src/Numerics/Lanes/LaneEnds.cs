using System.Numerics;
using System.Runtime.CompilerServices;

namespace Sci.Numerics.Lanes;

/// <summary>The level next to the modes, with the caller's source or sink, and the real modes of every level.</summary>
/// <remarks>A quarter of a block is counted in numbers.</remarks>
internal static unsafe class LaneEnds<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private const double HalfRoot = 0.70710678118654752440;
    private const double Root = 1.41421356237309504880;

    /// <summary>The last level of a forward transform.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Last<TSink>(ref TSink sink, T* work, nint quarter, T* factors)
        where TSink : struct, IWaveSink<TLanes, T>
    {
        Up(work, quarter);
        sink.StoreEnds(Wave<TLanes, T>.Load(work, 0));
        sink.Store(quarter, Wave<TLanes, T>.Load(work, quarter));
        sink.Store(2 * quarter, Wave<TLanes, T>.Load(work, 2 * quarter));
        sink.Store(3 * quarter, Wave<TLanes, T>.Load(work, 3 * quarter));
        var w = factors + 6;
        for (nint j = Wave<TLanes, T>.Wide; j < quarter; j += Wave<TLanes, T>.Wide, w += 6)
        {
            var a = Wave<TLanes, T>.Load(work, j);
            var b = Wave<TLanes, T>.Load(work, j + quarter).Times(w);
            var c = Wave<TLanes, T>.Load(work, j + (2 * quarter)).Times(w + 2);
            var d = Wave<TLanes, T>.Load(work, j + (3 * quarter)).Times(w + 4);
            var even = a + c;
            var odd = b + d;
            sink.Store(j, even + odd);
            sink.Store(j + (2 * quarter), even - odd);
            even = a - c;
            odd = b - d;
            sink.Store(j + quarter, even.MinusTurned(odd));
            sink.Store(j + (3 * quarter), even.PlusTurned(odd));
        }
    }

    /// <summary>The first level of an inverse transform.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void First<TSource>(ref TSource source, T* work, nint quarter, T* factors)
        where TSource : struct, IWaveSource<TLanes, T>
    {
        source.LoadEnds().Store(work, 0);
        source.Load(quarter).Store(work, quarter);
        source.Load(2 * quarter).Store(work, 2 * quarter);
        source.Load(3 * quarter).Store(work, 3 * quarter);
        Down(work, quarter);
        var w = factors + 6;
        for (nint j = Wave<TLanes, T>.Wide; j < quarter; j += Wave<TLanes, T>.Wide, w += 6)
        {
            var a = source.Load(j);
            var b = source.Load(j + quarter);
            var c = source.Load(j + (2 * quarter));
            var d = source.Load(j + (3 * quarter));
            var even = a + c;
            var odd = b + d;
            (even + odd).Store(work, j);
            (even - odd).TimesConjugate(w + 2).Store(work, j + (2 * quarter));
            even = a - c;
            odd = b - d;
            even.PlusTurned(odd).TimesConjugate(w).Store(work, j + quarter);
            even.MinusTurned(odd).TimesConjugate(w + 4).Store(work, j + (3 * quarter));
        }
    }

    /// <summary>
    /// The real modes of four quarters (0 as real part, the highest as imaginary one) to modes 0 and n/2, n/4, n/8,
    /// 3n/8.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Up(ref Wave<TLanes, T> a, ref Wave<TLanes, T> b, ref Wave<TLanes, T> c, ref Wave<TLanes, T> d)
    {
        var half = TLanes.Broadcast(HalfRoot);
        var even = a.Re + c.Re;
        var odd = b.Re + d.Re;
        var evenOther = a.Re - c.Re;
        var oddOther = d.Re - b.Re;
        var difference = (b.Im - d.Im) * half;
        var sum = (b.Im + d.Im) * half;
        var top = a.Im;
        var side = c.Im;
        a = new(even + odd, even - odd);
        b = new(evenOther, oddOther);
        c = new(top + difference, TLanes.Broadcast(0) - (side + sum));
        d = new(top - difference, side - sum);
    }

    /// <summary>The inverse of the other, times four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Down(ref Wave<TLanes, T> a, ref Wave<TLanes, T> b, ref Wave<TLanes, T> c, ref Wave<TLanes, T> d)
    {
        var root = TLanes.Broadcast(Root);
        var plus = a.Re + a.Im;
        var minus = a.Re - a.Im;
        var re = b.Re + b.Re;
        var im = b.Im + b.Im;
        var sum = c.Re + d.Re;
        var turn = d.Im - c.Im;
        var across = c.Re - d.Re;
        var down = c.Im + d.Im;
        a = new(plus + re, sum + sum);
        b = new(minus - im, (across - down) * root);
        c = new(plus - re, turn + turn);
        d = new(minus + im, TLanes.Broadcast(0) - ((across + down) * root));
    }

    /// <summary>The real modes of a block, in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Up(T* block, nint quarter)
    {
        var a = Wave<TLanes, T>.Load(block, 0);
        var b = Wave<TLanes, T>.Load(block, quarter);
        var c = Wave<TLanes, T>.Load(block, 2 * quarter);
        var d = Wave<TLanes, T>.Load(block, 3 * quarter);
        Up(ref a, ref b, ref c, ref d);
        a.Store(block, 0);
        b.Store(block, quarter);
        c.Store(block, 2 * quarter);
        d.Store(block, 3 * quarter);
    }

    /// <summary>The inverse of the other, in place, times four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Down(T* block, nint quarter)
    {
        var a = Wave<TLanes, T>.Load(block, 0);
        var b = Wave<TLanes, T>.Load(block, quarter);
        var c = Wave<TLanes, T>.Load(block, 2 * quarter);
        var d = Wave<TLanes, T>.Load(block, 3 * quarter);
        Down(ref a, ref b, ref c, ref d);
        a.Store(block, 0);
        b.Store(block, quarter);
        c.Store(block, 2 * quarter);
        d.Store(block, 3 * quarter);
    }
}

using System.Runtime.CompilerServices;

namespace Sci.Numerics.Lanes;

/// <summary>The level next to the modes, with the caller's source or sink, and the real modes of every level.</summary>
internal static unsafe class LaneEnds<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    private const double HalfRoot = 0.70710678118654752440;
    private const double Root = 1.41421356237309504880;

    /// <summary>The last level of a forward transform.</summary>
    public static void Last<TSink>(ref TSink sink, double* work, nint quarter, double* factors)
        where TSink : struct, IWaveSink<TLanes>
    {
        Up(work, quarter);
        sink.StoreEnds(Wave<TLanes>.Load(work, 0));
        sink.Store(quarter, Wave<TLanes>.Load(work, quarter));
        sink.Store(2 * quarter, Wave<TLanes>.Load(work, 2 * quarter));
        sink.Store(3 * quarter, Wave<TLanes>.Load(work, 3 * quarter));
        var w = factors + 6;
        for (nint j = 1; j < quarter; j++, w += 6)
        {
            var a = Wave<TLanes>.Load(work, j);
            var b = Wave<TLanes>.Load(work, j + quarter).Times(w);
            var c = Wave<TLanes>.Load(work, j + (2 * quarter)).Times(w + 2);
            var d = Wave<TLanes>.Load(work, j + (3 * quarter)).Times(w + 4);
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
    public static void First<TSource>(ref TSource source, double* work, nint quarter, double* factors)
        where TSource : struct, IWaveSource<TLanes>
    {
        source.LoadEnds().Store(work, 0);
        source.Load(quarter).Store(work, quarter);
        source.Load(2 * quarter).Store(work, 2 * quarter);
        source.Load(3 * quarter).Store(work, 3 * quarter);
        Down(work, quarter);
        var w = factors + 6;
        for (nint j = 1; j < quarter; j++, w += 6)
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

    /// <summary>The real modes of four quarters (0 as real part, the highest as imaginary one) to modes 0 and n/2, n/4, n/8, 3n/8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Up(double* block, nint quarter)
    {
        var a = Wave<TLanes>.Load(block, 0);
        var b = Wave<TLanes>.Load(block, quarter);
        var c = Wave<TLanes>.Load(block, 2 * quarter);
        var d = Wave<TLanes>.Load(block, 3 * quarter);
        var half = TLanes.Broadcast(HalfRoot);
        var even = a.Re + c.Re;
        var odd = b.Re + d.Re;
        new Wave<TLanes>(even + odd, even - odd).Store(block, 0);
        new Wave<TLanes>(a.Re - c.Re, d.Re - b.Re).Store(block, quarter);
        var difference = (b.Im - d.Im) * half;
        var sum = (b.Im + d.Im) * half;
        new Wave<TLanes>(a.Im + difference, TLanes.Broadcast(0) - (c.Im + sum)).Store(block, 2 * quarter);
        new Wave<TLanes>(a.Im - difference, c.Im - sum).Store(block, 3 * quarter);
    }

    /// <summary>The inverse of <see cref="Up"/>, times four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Down(double* block, nint quarter)
    {
        var ends = Wave<TLanes>.Load(block, 0);
        var x = Wave<TLanes>.Load(block, quarter);
        var y = Wave<TLanes>.Load(block, 2 * quarter);
        var z = Wave<TLanes>.Load(block, 3 * quarter);
        var root = TLanes.Broadcast(Root);
        var plus = ends.Re + ends.Im;
        var minus = ends.Re - ends.Im;
        var re = x.Re + x.Re;
        var im = x.Im + x.Im;
        var sum = y.Re + z.Re;
        var turn = z.Im - y.Im;
        var across = y.Re - z.Re;
        var down = y.Im + z.Im;
        new Wave<TLanes>(plus + re, sum + sum).Store(block, 0);
        new Wave<TLanes>(minus - im, (across - down) * root).Store(block, quarter);
        new Wave<TLanes>(plus - re, turn + turn).Store(block, 2 * quarter);
        new Wave<TLanes>(minus + im, TLanes.Broadcast(0) - ((across + down) * root)).Store(block, 3 * quarter);
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace Sci.Numerics.Lanes;

/// <summary>
/// The levels of <see cref="LaneLevels{TLanes, T}"/> for one member, with neighbouring places in the lanes of a vector.
/// </summary>
/// <remarks>
/// Butterfly by butterfly the same arithmetic, hence the same bits. The real modes, first lane of a block's first
/// vector, are joined in. Factors are vectors: of w^k four real parts, four imaginary ones, then of w^2k and w^3k.
/// A quarter of a block is counted in numbers.
/// </remarks>
internal static unsafe class PlaceLevels<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    /// <summary>Numbers that a butterfly's factors take.</summary>
    public const int Factors = 24;

    /// <summary>
    /// A level of length <paramref name="n"/> in every block of n/8 vectors among <paramref name="count"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Up(T* work, nint count, int n, T* factors)
    {
        nint quarter = n / 4;
        var end = work + (8 * count);
        for (var block = work; block < end; block += 4 * quarter)
        {
            var plain = new LaneArray<TLanes, T>(block);
            Last(ref plain, block, quarter, factors);
        }
    }

    /// <summary>The level next to the modes, into the caller's sink.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Last<TSink>(ref TSink sink, T* block, nint quarter, T* w)
        where TSink : struct, IWaveSink<TLanes, T>
    {
        FirstUp(ref sink, block, quarter, w);
        w += Factors;
        for (nint j = Wave<TLanes, T>.Wide; j < quarter; j += Wave<TLanes, T>.Wide, w += Factors)
        {
            var a = Wave<TLanes, T>.Load(block, j);
            var b = Times(Wave<TLanes, T>.Load(block, j + quarter), w);
            var c = Times(Wave<TLanes, T>.Load(block, j + (2 * quarter)), w + 8);
            var d = Times(Wave<TLanes, T>.Load(block, j + (3 * quarter)), w + 16);
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

    /// <summary>The inverse of <see cref="Up"/>, times four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Down(T* work, nint count, int n, T* factors)
    {
        nint quarter = n / 4;
        var end = work + (8 * count);
        for (var block = work; block < end; block += 4 * quarter)
        {
            var plain = new LaneArray<TLanes, T>(block);
            First(ref plain, block, quarter, factors);
        }
    }

    /// <summary>The inverse of <see cref="Last"/>, times four, from the caller's source.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void First<TSource>(ref TSource source, T* block, nint quarter, T* w)
        where TSource : struct, IWaveSource<TLanes, T>
    {
        FirstDown(ref source, block, quarter, w);
        w += Factors;
        for (nint j = Wave<TLanes, T>.Wide; j < quarter; j += Wave<TLanes, T>.Wide, w += Factors)
        {
            var a = source.Load(j);
            var b = source.Load(j + quarter);
            var c = source.Load(j + (2 * quarter));
            var d = source.Load(j + (3 * quarter));
            var even = a + c;
            var odd = b + d;
            (even + odd).Store(block, j);
            TimesConjugate(even - odd, w + 8).Store(block, j + (2 * quarter));
            even = a - c;
            odd = b - d;
            TimesConjugate(even.PlusTurned(odd), w).Store(block, j + quarter);
            TimesConjugate(even.MinusTurned(odd), w + 16).Store(block, j + (3 * quarter));
        }
    }

    // The first vector of each quarter: its first lane holds real modes, the others modes like all.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FirstUp<TSink>(ref TSink sink, T* block, nint quarter, T* w)
        where TSink : struct, IWaveSink<TLanes, T>
    {
        var a = Wave<TLanes, T>.Load(block, 0);
        var b = Wave<TLanes, T>.Load(block, quarter);
        var c = Wave<TLanes, T>.Load(block, 2 * quarter);
        var d = Wave<TLanes, T>.Load(block, 3 * quarter);
        var bw = Times(b, w);
        var cw = Times(c, w + 8);
        var dw = Times(d, w + 16);
        var even = a + cw;
        var odd = bw + dw;
        var evenOther = a - cw;
        var oddOther = bw - dw;
        LaneEnds<TLanes, T>.Up(ref a, ref b, ref c, ref d);
        sink.StoreEnds(Join(a, even + odd));
        sink.Store(quarter, Join(b, evenOther.MinusTurned(oddOther)));
        sink.Store(2 * quarter, Join(c, even - odd));
        sink.Store(3 * quarter, Join(d, evenOther.PlusTurned(oddOther)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FirstDown<TSource>(ref TSource source, T* block, nint quarter, T* w)
        where TSource : struct, IWaveSource<TLanes, T>
    {
        var a = source.LoadEnds();
        var b = source.Load(quarter);
        var c = source.Load(2 * quarter);
        var d = source.Load(3 * quarter);
        var even = a + c;
        var odd = b + d;
        var evenOther = a - c;
        var oddOther = b - d;
        LaneEnds<TLanes, T>.Down(ref a, ref b, ref c, ref d);
        Join(a, even + odd).Store(block, 0);
        Join(b, TimesConjugate(evenOther.PlusTurned(oddOther), w)).Store(block, quarter);
        Join(c, TimesConjugate(even - odd, w + 8)).Store(block, 2 * quarter);
        Join(d, TimesConjugate(evenOther.MinusTurned(oddOther), w + 16)).Store(block, 3 * quarter);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wave<TLanes, T> Join(Wave<TLanes, T> first, Wave<TLanes, T> others) =>
        new(TLanes.Join(first.Re, others.Re), TLanes.Join(first.Im, others.Im));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wave<TLanes, T> Times(Wave<TLanes, T> z, T* w)
    {
        var c = TLanes.Load(w);
        var s = TLanes.Load(w + 4);
        return new(TLanes.SubtractProduct(z.Re * c, z.Im, s), TLanes.MultiplyAdd(z.Re, s, z.Im * c));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wave<TLanes, T> TimesConjugate(Wave<TLanes, T> z, T* w)
    {
        var c = TLanes.Load(w);
        var s = TLanes.Load(w + 4);
        return new(TLanes.MultiplyAdd(z.Im, s, z.Re * c), TLanes.SubtractProduct(z.Im * c, z.Re, s));
    }
}

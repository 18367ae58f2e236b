using System.Runtime.CompilerServices;

namespace Sci.Numerics.Lanes;

/// <summary>The levels of <see cref="LaneLevels{TLanes}"/> for one member, with neighbouring places in the lanes of a vector.</summary>
/// <remarks>
/// Butterfly by butterfly the same arithmetic, hence the same bits. The real modes, first lane of a block's first vector,
/// are mended afterwards. Factors are vectors: of w^k four real parts, four imaginary ones, then of w^2k and w^3k.
/// </remarks>
internal static unsafe class PlaceLevels<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    /// <summary>Numbers that a butterfly's factors take.</summary>
    public const int Factors = 24;

    /// <summary>A level of length <paramref name="n"/> in every block of n/8 vectors among <paramref name="count"/>.</summary>
    public static void Up(double* work, nint count, int n, double* factors)
    {
        nint quarter = n / 32;
        var end = work + (8 * count);
        for (var block = work; block < end; block += 32 * quarter)
        {
            var plain = new LaneArray<TLanes>(block);
            Last(ref plain, block, quarter, factors);
        }
    }

    /// <summary>The level next to the modes, into the caller's sink.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Last<TSink>(ref TSink sink, double* block, nint quarter, double* w)
        where TSink : struct, IWaveSink<TLanes>
    {
        var ends = stackalloc double[8];
        TakeEnds(block, quarter, ends);
        LaneEnds<OneLane>.Up(ends, 1);
        First(block, quarter, w);
        PutEnds(ends, block, quarter);
        sink.StoreEnds(Wave<TLanes>.Load(block, 0));
        sink.Store(quarter, Wave<TLanes>.Load(block, quarter));
        sink.Store(2 * quarter, Wave<TLanes>.Load(block, 2 * quarter));
        sink.Store(3 * quarter, Wave<TLanes>.Load(block, 3 * quarter));
        w += Factors;
        for (nint j = 1; j < quarter; j++, w += Factors)
        {
            var a = Wave<TLanes>.Load(block, j);
            var b = Times(Wave<TLanes>.Load(block, j + quarter), w);
            var c = Times(Wave<TLanes>.Load(block, j + (2 * quarter)), w + 8);
            var d = Times(Wave<TLanes>.Load(block, j + (3 * quarter)), w + 16);
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
    public static void Down(double* work, nint count, int n, double* factors)
    {
        nint quarter = n / 32;
        var end = work + (8 * count);
        for (var block = work; block < end; block += 32 * quarter)
        {
            var plain = new LaneArray<TLanes>(block);
            First(ref plain, block, quarter, factors);
        }
    }

    /// <summary>The inverse of <see cref="Last"/>, times four, from the caller's source.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void First<TSource>(ref TSource source, double* block, nint quarter, double* w)
        where TSource : struct, IWaveSource<TLanes>
    {
        var ends = stackalloc double[8];
        source.LoadEnds().Store(block, 0);
        source.Load(quarter).Store(block, quarter);
        source.Load(2 * quarter).Store(block, 2 * quarter);
        source.Load(3 * quarter).Store(block, 3 * quarter);
        TakeEnds(block, quarter, ends);
        LaneEnds<OneLane>.Down(ends, 1);
        Back(block, quarter, w);
        PutEnds(ends, block, quarter);
        w += Factors;
        for (nint j = 1; j < quarter; j++, w += Factors)
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

    /// <summary>Blocks of <paramref name="waves"/> waves, four of them in the lanes, to blocks one after another with places in the lanes.</summary>
    public static void Spread(double* work, nint count, int waves)
    {
        var copy = stackalloc double[64];
        for (var group = work; group < work + (8 * count); group += 8 * waves)
        {
            new ReadOnlySpan<double>(group, 8 * waves).CopyTo(new Span<double>(copy, 64));
            for (var part = 0; part < waves; part += 4)
            {
                FourPlaces.Transpose(copy + (8 * part), 8, group + (2 * part), 2 * waves);
                FourPlaces.Transpose(copy + (8 * part) + 4, 8, group + (2 * part) + 4, 2 * waves);
            }
        }
    }

    /// <summary>The inverse of <see cref="Spread"/>.</summary>
    public static void Gather(double* work, nint count, int waves)
    {
        var copy = stackalloc double[64];
        for (var group = work; group < work + (8 * count); group += 8 * waves)
        {
            new ReadOnlySpan<double>(group, 8 * waves).CopyTo(new Span<double>(copy, 64));
            for (var part = 0; part < waves; part += 4)
            {
                FourPlaces.Transpose(copy + (2 * part), 2 * waves, group + (8 * part), 8);
                FourPlaces.Transpose(copy + (2 * part) + 4, 2 * waves, group + (8 * part) + 4, 8);
            }
        }
    }

    private static void First(double* block, nint quarter, double* w)
    {
        var a = Wave<TLanes>.Load(block, 0);
        var b = Times(Wave<TLanes>.Load(block, quarter), w);
        var c = Times(Wave<TLanes>.Load(block, 2 * quarter), w + 8);
        var d = Times(Wave<TLanes>.Load(block, 3 * quarter), w + 16);
        var even = a + c;
        var odd = b + d;
        (even + odd).Store(block, 0);
        (even - odd).Store(block, 2 * quarter);
        even = a - c;
        odd = b - d;
        even.MinusTurned(odd).Store(block, quarter);
        even.PlusTurned(odd).Store(block, 3 * quarter);
    }

    private static void Back(double* block, nint quarter, double* w)
    {
        var a = Wave<TLanes>.Load(block, 0);
        var b = Wave<TLanes>.Load(block, quarter);
        var c = Wave<TLanes>.Load(block, 2 * quarter);
        var d = Wave<TLanes>.Load(block, 3 * quarter);
        var even = a + c;
        var odd = b + d;
        (even + odd).Store(block, 0);
        TimesConjugate(even - odd, w + 8).Store(block, 2 * quarter);
        even = a - c;
        odd = b - d;
        TimesConjugate(even.PlusTurned(odd), w).Store(block, quarter);
        TimesConjugate(even.MinusTurned(odd), w + 16).Store(block, 3 * quarter);
    }

    private static void TakeEnds(double* block, nint quarter, double* ends)
    {
        for (var r = 0; r < 4; r++)
        {
            ends[2 * r] = block[8 * r * quarter];
            ends[(2 * r) + 1] = block[(8 * r * quarter) + 4];
        }
    }

    private static void PutEnds(double* ends, double* block, nint quarter)
    {
        for (var r = 0; r < 4; r++)
        {
            block[8 * r * quarter] = ends[2 * r];
            block[(8 * r * quarter) + 4] = ends[(2 * r) + 1];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wave<TLanes> Times(Wave<TLanes> z, double* w)
    {
        var c = TLanes.Load(w);
        var s = TLanes.Load(w + 4);
        return new(TLanes.SubtractProduct(z.Re * c, z.Im, s), TLanes.MultiplyAdd(z.Re, s, z.Im * c));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wave<TLanes> TimesConjugate(Wave<TLanes> z, double* w)
    {
        var c = TLanes.Load(w);
        var s = TLanes.Load(w + 4);
        return new(TLanes.MultiplyAdd(z.Im, s, z.Re * c), TLanes.SubtractProduct(z.Im * c, z.Re, s));
    }
}

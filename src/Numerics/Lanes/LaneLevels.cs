namespace Sci.Numerics.Lanes;

/// <summary>The levels of a transform by radix 4, above its leaves.</summary>
/// <remarks>
/// Down: y_r = (a + (-i)^r b + (-1)^r c + i^r d) w^rj, each to its quarter; up: the transpose with conjugate factors.
/// The same lines stand four times because a call for a butterfly costs more than the butterfly.
/// </remarks>
internal static unsafe class LaneLevels<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    /// <summary>The first level of a forward transform.</summary>
    public static void First<TSource>(ref TSource source, double* work, nint quarter, double* w)
        where TSource : struct, IWaveSource<TLanes>
    {
        for (nint j = 0; j < quarter; j++, w += 6)
        {
            var a = source.Load(j);
            var b = source.Load(j + quarter);
            var c = source.Load(j + (2 * quarter));
            var d = source.Load(j + (3 * quarter));
            var even = a + c;
            var odd = b + d;
            (even + odd).Store(work, j);
            (even - odd).Times(w + 2).Store(work, j + (2 * quarter));
            even = a - c;
            odd = b - d;
            even.MinusTurned(odd).Times(w).Store(work, j + quarter);
            even.PlusTurned(odd).Times(w + 4).Store(work, j + (3 * quarter));
        }
    }

    /// <summary>A level of length <paramref name="n"/> in every block of so many points among <paramref name="count"/>.</summary>
    public static void Down(double* work, int first, int count, int n, double* factors)
    {
        nint quarter = n / 4;
        var block = work + (2 * TLanes.Count * (nint)first);
        for (var end = block + (2 * TLanes.Count * (nint)count); block < end; block += 2 * TLanes.Count * (nint)n)
        {
            var w = factors;
            for (nint j = 0; j < quarter; j++, w += 6)
            {
                var a = Wave<TLanes>.Load(block, j);
                var b = Wave<TLanes>.Load(block, j + quarter);
                var c = Wave<TLanes>.Load(block, j + (2 * quarter));
                var d = Wave<TLanes>.Load(block, j + (3 * quarter));
                var even = a + c;
                var odd = b + d;
                (even + odd).Store(block, j);
                (even - odd).Times(w + 2).Store(block, j + (2 * quarter));
                even = a - c;
                odd = b - d;
                even.MinusTurned(odd).Times(w).Store(block, j + quarter);
                even.PlusTurned(odd).Times(w + 4).Store(block, j + (3 * quarter));
            }
        }
    }

    /// <summary>The inverse of <see cref="Down"/>, times four.</summary>
    public static void Up(double* work, int first, int count, int n, double* factors)
    {
        nint quarter = n / 4;
        var block = work + (2 * TLanes.Count * (nint)first);
        for (var end = block + (2 * TLanes.Count * (nint)count); block < end; block += 2 * TLanes.Count * (nint)n)
        {
            var w = factors;
            for (nint j = 0; j < quarter; j++, w += 6)
            {
                var a = Wave<TLanes>.Load(block, j);
                var b = Wave<TLanes>.Load(block, j + quarter).TimesConjugate(w);
                var c = Wave<TLanes>.Load(block, j + (2 * quarter)).TimesConjugate(w + 2);
                var d = Wave<TLanes>.Load(block, j + (3 * quarter)).TimesConjugate(w + 4);
                var even = a + c;
                var odd = b + d;
                (even + odd).Store(block, j);
                (even - odd).Store(block, j + (2 * quarter));
                even = a - c;
                odd = b - d;
                even.PlusTurned(odd).Store(block, j + quarter);
                even.MinusTurned(odd).Store(block, j + (3 * quarter));
            }
        }
    }

    /// <summary>The last level of an inverse transform.</summary>
    public static void Last<TSink>(ref TSink sink, double* work, nint quarter, double* w)
        where TSink : struct, IWaveSink<TLanes>
    {
        for (nint j = 0; j < quarter; j++, w += 6)
        {
            var a = Wave<TLanes>.Load(work, j);
            var b = Wave<TLanes>.Load(work, j + quarter).TimesConjugate(w);
            var c = Wave<TLanes>.Load(work, j + (2 * quarter)).TimesConjugate(w + 2);
            var d = Wave<TLanes>.Load(work, j + (3 * quarter)).TimesConjugate(w + 4);
            var even = a + c;
            var odd = b + d;
            sink.Store(j, even + odd);
            sink.Store(j + (2 * quarter), even - odd);
            even = a - c;
            odd = b - d;
            sink.Store(j + quarter, even.PlusTurned(odd));
            sink.Store(j + (3 * quarter), even.MinusTurned(odd));
        }
    }
}

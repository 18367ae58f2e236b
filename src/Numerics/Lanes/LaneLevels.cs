using System.Numerics;
using System.Runtime.CompilerServices;

namespace Sci.Numerics.Lanes;

/// <summary>The levels of a transform by radix 4 between its leaves and its ends.</summary>
/// <remarks>
/// Up: X_(k + r n/4) = a + (-i)^r b + (-1)^r c + i^r d with b, c, d times w^k, w^2k, w^3k; down: back, times four.
/// <see cref="LaneEnds{TLanes, T}"/> has the same lines: a call for a butterfly would cost more than the butterfly.
/// </remarks>
internal static unsafe class LaneLevels<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    /// <summary>
    /// A level of length <paramref name="n"/> in every block of n/2 waves among <paramref name="count"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Up(T* work, nint first, nint count, int n, T* factors)
    {
        nint wide = Wave<TLanes, T>.Wide, quarter = wide * (n / 8);
        var end = work + (wide * (first + count));
        for (var block = work + (wide * first); block < end; block += 4 * quarter)
        {
            LaneEnds<TLanes, T>.Up(block, quarter);
            var w = factors + 6;
            for (nint j = wide; j < quarter; j += wide, w += 6)
            {
                var a = Wave<TLanes, T>.Load(block, j);
                var b = Wave<TLanes, T>.Load(block, j + quarter).Times(w);
                var c = Wave<TLanes, T>.Load(block, j + (2 * quarter)).Times(w + 2);
                var d = Wave<TLanes, T>.Load(block, j + (3 * quarter)).Times(w + 4);
                var even = a + c;
                var odd = b + d;
                (even + odd).Store(block, j);
                (even - odd).Store(block, j + (2 * quarter));
                even = a - c;
                odd = b - d;
                even.MinusTurned(odd).Store(block, j + quarter);
                even.PlusTurned(odd).Store(block, j + (3 * quarter));
            }
        }
    }

    /// <summary>The inverse of <see cref="Up"/>, times four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Down(T* work, nint first, nint count, int n, T* factors)
    {
        nint wide = Wave<TLanes, T>.Wide, quarter = wide * (n / 8);
        var end = work + (wide * (first + count));
        for (var block = work + (wide * first); block < end; block += 4 * quarter)
        {
            LaneEnds<TLanes, T>.Down(block, quarter);
            var w = factors + 6;
            for (nint j = wide; j < quarter; j += wide, w += 6)
            {
                var a = Wave<TLanes, T>.Load(block, j);
                var b = Wave<TLanes, T>.Load(block, j + quarter);
                var c = Wave<TLanes, T>.Load(block, j + (2 * quarter));
                var d = Wave<TLanes, T>.Load(block, j + (3 * quarter));
                var even = a + c;
                var odd = b + d;
                (even + odd).Store(block, j);
                (even - odd).TimesConjugate(w + 2).Store(block, j + (2 * quarter));
                even = a - c;
                odd = b - d;
                even.PlusTurned(odd).TimesConjugate(w).Store(block, j + quarter);
                even.MinusTurned(odd).TimesConjugate(w + 4).Store(block, j + (3 * quarter));
            }
        }
    }
}

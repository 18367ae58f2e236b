using System.Numerics;
using System.Runtime.CompilerServices;

namespace Sci.Numerics.Lanes;

/// <summary>
/// Between blocks of which four lie in the lanes, and blocks one after another with their places in the lanes.
/// </summary>
internal static unsafe class PlaceBlocks<TQuad, T>
    where TQuad : unmanaged, IQuad<TQuad, T>
    where T : unmanaged, INumber<T>
{
    /// <summary>
    /// Blocks of <paramref name="waves"/> waves, 4 or 8, among <paramref name="count"/> vectors: places into the lanes.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Spread(T* work, nint count, int waves)
    {
        // Real parts, then imaginary ones, of each group; a vector of either is eight numbers from the next.
        for (var group = work; group < work + (8 * count); group += 8 * waves)
        {
            for (var part = group; part < group + 8; part += 4)
            {
                if (waves == 4)
                {
                    Turn(part, 8, part, 8);
                }
                else
                {
                    TurnTwo(part, 8, 32, part, 16, 8);
                }
            }
        }
    }

    /// <summary>The inverse of <see cref="Spread"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gather(T* work, nint count, int waves)
    {
        for (var group = work; group < work + (8 * count); group += 8 * waves)
        {
            for (var part = group; part < group + 8; part += 4)
            {
                if (waves == 4)
                {
                    Turn(part, 8, part, 8);
                }
                else
                {
                    TurnTwo(part, 16, 8, part, 8, 32);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Turn(T* from, int apart, T* to, int toApart)
    {
        var a = TQuad.Load(from);
        var b = TQuad.Load(from + apart);
        var c = TQuad.Load(from + (2 * apart));
        var d = TQuad.Load(from + (3 * apart));
        TQuad.Transpose(ref a, ref b, ref c, ref d);
        a.Store(to);
        b.Store(to + toApart);
        c.Store(to + (2 * toApart));
        d.Store(to + (3 * toApart));
    }

    // Two sets of four vectors, all read before the first is written.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TurnTwo(T* from, int apart, int second, T* to, int toApart, int toSecond)
    {
        var a = TQuad.Load(from + second);
        var b = TQuad.Load(from + second + apart);
        var c = TQuad.Load(from + second + (2 * apart));
        var d = TQuad.Load(from + second + (3 * apart));
        Turn(from, apart, to, toApart);
        TQuad.Transpose(ref a, ref b, ref c, ref d);
        a.Store(to + toSecond);
        b.Store(to + toSecond + toApart);
        c.Store(to + toSecond + (2 * toApart));
        d.Store(to + toSecond + (3 * toApart));
    }
}

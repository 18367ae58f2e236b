using System.Runtime.CompilerServices;

namespace Sci.Numerics.Lanes;

/// <summary>
/// Between blocks of which four lie in the lanes, and blocks one after another with their places in the lanes.
/// </summary>
internal static unsafe class PlaceBlocks
{
    /// <summary>
    /// Blocks of <paramref name="waves"/> waves, 4 or 8, among <paramref name="count"/> vectors: places into the lanes.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Spread(double* work, nint count, int waves)
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
    public static void Gather(double* work, nint count, int waves)
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
    private static void Turn(double* from, int apart, double* to, int toApart)
    {
        var a = FourPlaces.Load(from);
        var b = FourPlaces.Load(from + apart);
        var c = FourPlaces.Load(from + (2 * apart));
        var d = FourPlaces.Load(from + (3 * apart));
        FourPlaces.Transpose(ref a, ref b, ref c, ref d);
        a.Store(to);
        b.Store(to + toApart);
        c.Store(to + (2 * toApart));
        d.Store(to + (3 * toApart));
    }

    // Two sets of four vectors, all read before the first is written.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TurnTwo(double* from, int apart, int second, double* to, int toApart, int toSecond)
    {
        var a = FourPlaces.Load(from + second);
        var b = FourPlaces.Load(from + second + apart);
        var c = FourPlaces.Load(from + second + (2 * apart));
        var d = FourPlaces.Load(from + second + (3 * apart));
        Turn(from, apart, to, toApart);
        FourPlaces.Transpose(ref a, ref b, ref c, ref d);
        a.Store(to + toSecond);
        b.Store(to + toSecond + toApart);
        c.Store(to + toSecond + (2 * toApart));
        d.Store(to + toSecond + (3 * toApart));
    }
}

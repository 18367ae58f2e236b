using System.Runtime.CompilerServices;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>Sums and differences of two squares of numbers, turned so that rows become lanes and back.</summary>
internal static unsafe class LaneSquares<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    private static int Wide => 2 * TLanes.Count;

    /// <summary>Columns of x + y and x - y, the rows of x and y a wave apart, to vectors at the given places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Spread(double* x, double* y, double* to, int* sums, int* differences)
    {
        for (nint row = 0; row < TLanes.Count; row += 4)
        {
            for (nint column = 0; column < TLanes.Count; column += 4)
            {
                double* s = x + (Wide * row) + column, t = y + (Wide * row) + column;
                var (a, b) = (FourPlaces.Load(s), FourPlaces.Load(s + Wide));
                var (c, d) = (FourPlaces.Load(s + (2 * Wide)), FourPlaces.Load(s + (3 * Wide)));
                var (e, f) = (FourPlaces.Load(t), FourPlaces.Load(t + Wide));
                var (g, h) = (FourPlaces.Load(t + (2 * Wide)), FourPlaces.Load(t + (3 * Wide)));
                Put(a + e, b + f, c + g, d + h, to + row, sums + column);
                Put(a - e, b - f, c - g, d - h, to + row, differences + column);
            }
        }
    }

    /// <summary>
    /// Rows of x + y and x - y, the columns of x and y vectors at the given places; the rows are a wave apart.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Gather(double* from, int* x, int* y, double* sum, double* difference)
    {
        for (nint row = 0; row < TLanes.Count; row += 4)
        {
            for (nint column = 0; column < TLanes.Count; column += 4)
            {
                int* s = x + column, t = y + column;
                var at = from + row;
                var (a, b) = (FourPlaces.Load(at + s[0]), FourPlaces.Load(at + s[1]));
                var (c, d) = (FourPlaces.Load(at + s[2]), FourPlaces.Load(at + s[3]));
                var (e, f) = (FourPlaces.Load(at + t[0]), FourPlaces.Load(at + t[1]));
                var (g, h) = (FourPlaces.Load(at + t[2]), FourPlaces.Load(at + t[3]));
                Put(a + e, b + f, c + g, d + h, sum + (Wide * row) + column);
                Put(a - e, b - f, c - g, d - h, difference + (Wide * row) + column);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(FourPlaces a, FourPlaces b, FourPlaces c, FourPlaces d, double* to, int* places)
    {
        FourPlaces.Transpose(ref a, ref b, ref c, ref d);
        a.Store(to + places[0]);
        b.Store(to + places[1]);
        c.Store(to + places[2]);
        d.Store(to + places[3]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(FourPlaces a, FourPlaces b, FourPlaces c, FourPlaces d, double* to)
    {
        FourPlaces.Transpose(ref a, ref b, ref c, ref d);
        a.Store(to);
        b.Store(to + Wide);
        c.Store(to + (2 * Wide));
        d.Store(to + (3 * Wide));
    }
}

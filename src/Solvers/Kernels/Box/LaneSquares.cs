using System.Numerics;
using System.Runtime.CompilerServices;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>Sums and differences of two squares of numbers, turned so that rows become lanes and back.</summary>
/// <remarks>A square has as many rows as there are lanes; its rows lie a wave apart.</remarks>
internal static unsafe class LaneSquares<TQuad, T>
    where TQuad : unmanaged, IQuad<TQuad, T>
    where T : unmanaged, INumber<T>
{
    /// <summary>Columns of x + y and x - y, to vectors at the given places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Spread(int lanes, T* x, T* y, T* to, int* sums, int* differences)
    {
        var wide = 2 * lanes;
        for (nint row = 0; row < lanes; row += 4)
        {
            for (nint column = 0; column < lanes; column += 4)
            {
                T* s = x + (wide * row) + column, t = y + (wide * row) + column;
                var (a, b) = (TQuad.Load(s), TQuad.Load(s + wide));
                var (c, d) = (TQuad.Load(s + (2 * wide)), TQuad.Load(s + (3 * wide)));
                var (e, f) = (TQuad.Load(t), TQuad.Load(t + wide));
                var (g, h) = (TQuad.Load(t + (2 * wide)), TQuad.Load(t + (3 * wide)));
                Put(a + e, b + f, c + g, d + h, to + row, sums + column);
                Put(a - e, b - f, c - g, d - h, to + row, differences + column);
            }
        }
    }

    /// <summary>Rows of x + y and x - y, the columns of x and y vectors at the given places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Gather(int lanes, T* from, int* x, int* y, T* sum, T* difference)
    {
        var wide = 2 * lanes;
        for (nint row = 0; row < lanes; row += 4)
        {
            for (nint column = 0; column < lanes; column += 4)
            {
                int* s = x + column, t = y + column;
                var at = from + row;
                var (a, b) = (TQuad.Load(at + s[0]), TQuad.Load(at + s[1]));
                var (c, d) = (TQuad.Load(at + s[2]), TQuad.Load(at + s[3]));
                var (e, f) = (TQuad.Load(at + t[0]), TQuad.Load(at + t[1]));
                var (g, h) = (TQuad.Load(at + t[2]), TQuad.Load(at + t[3]));
                Put(a + e, b + f, c + g, d + h, sum + (wide * row) + column, wide);
                Put(a - e, b - f, c - g, d - h, difference + (wide * row) + column, wide);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(TQuad a, TQuad b, TQuad c, TQuad d, T* to, int* places)
    {
        TQuad.Transpose(ref a, ref b, ref c, ref d);
        a.Store(to + places[0]);
        b.Store(to + places[1]);
        c.Store(to + places[2]);
        d.Store(to + places[3]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(TQuad a, TQuad b, TQuad c, TQuad d, T* to, int wide)
    {
        TQuad.Transpose(ref a, ref b, ref c, ref d);
        a.Store(to);
        b.Store(to + wide);
        c.Store(to + (2 * wide));
        d.Store(to + (3 * wide));
    }
}

using System.Numerics;
using System.Runtime.InteropServices;

namespace Sci.Surrogates;

/// <summary>Sums over long vectors, carried in double precision where it matters.</summary>
internal static class Vectors
{
    private const int Chunk = 256;

    public static double Dot<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var sum = 0.0;
        for (; a.Length > Chunk; a = a[Chunk..], b = b[Chunk..])
        {
            sum += Short(a[..Chunk], b[..Chunk]);
        }

        return sum + Short(a, b);
    }

    /// <summary>y += s x.</summary>
    public static void Add<T>(Span<T> y, double s, ReadOnlySpan<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var c = T.CreateTruncating(s);
        var vy = MemoryMarshal.Cast<T, Vector<T>>(y);
        var vx = MemoryMarshal.Cast<T, Vector<T>>(x);
        for (var i = 0; i < vy.Length; i++)
        {
            vy[i] += c * vx[i];
        }

        for (var i = vy.Length * Vector<T>.Count; i < y.Length; i++)
        {
            y[i] += c * x[i];
        }
    }

    private static double Short<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var va = MemoryMarshal.Cast<T, Vector<T>>(a);
        var vb = MemoryMarshal.Cast<T, Vector<T>>(b);
        var sums = Vector<T>.Zero;
        for (var i = 0; i < va.Length; i++)
        {
            sums += va[i] * vb[i];
        }

        var sum = double.CreateTruncating(Vector.Sum(sums));
        for (var i = va.Length * Vector<T>.Count; i < a.Length; i++)
        {
            sum += double.CreateTruncating(a[i] * b[i]);
        }

        return sum;
    }
}

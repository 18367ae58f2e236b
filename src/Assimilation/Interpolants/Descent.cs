using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sci.Assimilation;

/// <summary>Vector operations of conjugate gradients, compiled for speed at their first call.</summary>
/// <remarks>
/// An interpolation takes less time than the runtime needs to compile <c>TensorPrimitives</c> for it twice over.
/// </remarks>
internal static class Descent
{
    /// <summary>Σ aᵢbᵢ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var va = MemoryMarshal.Cast<double, Vector<double>>(a);
        var vb = MemoryMarshal.Cast<double, Vector<double>>(b);
        Vector<double> even = default, odd = default;
        var i = 0;
        for (; i + 1 < va.Length && i + 1 < vb.Length; i += 2)
        {
            even += va[i] * vb[i];
            odd += va[i + 1] * vb[i + 1];
        }

        var sum = Vector.Sum(even + odd);
        for (i *= Vector<double>.Count; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>r = sx + y; r may be x or y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyAdd(ReadOnlySpan<double> x, double s, ReadOnlySpan<double> y, Span<double> r)
    {
        var vx = MemoryMarshal.Cast<double, Vector<double>>(x);
        var vy = MemoryMarshal.Cast<double, Vector<double>>(y);
        var vr = MemoryMarshal.Cast<double, Vector<double>>(r);
        for (var i = 0; i < vr.Length; i++)
        {
            vr[i] = (s * vx[i]) + vy[i];
        }

        for (var i = vr.Length * Vector<double>.Count; i < r.Length; i++)
        {
            r[i] = (s * x[i]) + y[i];
        }
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sci.Solvers;

/// <summary>Products point by point, vectorised.</summary>
internal static class Pointwise
{
    /// <summary>y = a·b·scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, double scale, Span<double> y)
    {
        ref var a0 = ref MemoryMarshal.GetReference(a[..y.Length]);
        ref var b0 = ref MemoryMarshal.GetReference(b[..y.Length]);
        ref var y0 = ref MemoryMarshal.GetReference(y);
        var i = 0;
        for (; i <= y.Length - 4; i += 4)
        {
            (scale * (Load(ref a0, i) * Load(ref b0, i))).StoreUnsafe(ref y0, (nuint)i);
        }

        for (; i < y.Length; i++)
        {
            y[i] = scale * (a[i] * b[i]);
        }
    }

    /// <summary>y += a·b·scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyAdd(ReadOnlySpan<double> a, ReadOnlySpan<double> b, double scale, Span<double> y)
    {
        ref var a0 = ref MemoryMarshal.GetReference(a[..y.Length]);
        ref var b0 = ref MemoryMarshal.GetReference(b[..y.Length]);
        ref var y0 = ref MemoryMarshal.GetReference(y);
        var i = 0;
        for (; i <= y.Length - 4; i += 4)
        {
            (Load(ref y0, i) + (scale * (Load(ref a0, i) * Load(ref b0, i)))).StoreUnsafe(ref y0, (nuint)i);
        }

        for (; i < y.Length; i++)
        {
            y[i] += scale * (a[i] * b[i]);
        }
    }

    /// <summary>y += a·scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ReadOnlySpan<double> a, double scale, Span<double> y)
    {
        ref var a0 = ref MemoryMarshal.GetReference(a[..y.Length]);
        ref var y0 = ref MemoryMarshal.GetReference(y);
        var i = 0;
        for (; i <= y.Length - 4; i += 4)
        {
            (Load(ref y0, i) + (scale * Load(ref a0, i))).StoreUnsafe(ref y0, (nuint)i);
        }

        for (; i < y.Length; i++)
        {
            y[i] += scale * a[i];
        }
    }

    /// <summary>y += a.</summary>
    public static void Add(ReadOnlySpan<Complex> a, Span<Complex> y)
    {
        var x = MemoryMarshal.Cast<Complex, double>(a);
        Add(x, 1, MemoryMarshal.Cast<Complex, double>(y)[..x.Length]);
    }

    private static Vector256<double> Load(ref double start, int i) => Vector256.LoadUnsafe(ref start, (nuint)i);
}

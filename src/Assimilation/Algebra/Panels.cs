using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sci.Assimilation.Algebra;

/// <summary>The inner loops of <see cref="SmallTriangle"/>, eight vectors of sums in registers.</summary>
internal static class Panels
{
    /// <summary>
    /// Subtracts l[j, 0] x[j] from the row above and l[j, 1] x[j] from the row below, for j = 0 … count - 1.
    /// </summary>
    public static void Subtract(
        ReadOnlySpan<double> l, int lStride, ReadOnlySpan<double> x, int xStride, int count, Span<Vector<double>> above,
        Span<Vector<double>> below)
    {
        Vector<double> a0 = above[0], a1 = above[1], a2 = above[2], a3 = above[3];
        Vector<double> b0 = below[0], b1 = below[1], b2 = below[2], b3 = below[3];
        ref var left = ref MemoryMarshal.GetReference(l);
        ref var right = ref MemoryMarshal.GetReference(x);
        for (var j = 0; j < count; j++)
        {
            var c = new Vector<double>(-left);
            var d = new Vector<double>(-Unsafe.Add(ref left, 1));
            var v = Vector.LoadUnsafe(ref right);
            a0 = Vector.FusedMultiplyAdd(c, v, a0);
            b0 = Vector.FusedMultiplyAdd(d, v, b0);
            v = Vector.LoadUnsafe(ref right, (nuint)Vector<double>.Count);
            a1 = Vector.FusedMultiplyAdd(c, v, a1);
            b1 = Vector.FusedMultiplyAdd(d, v, b1);
            v = Vector.LoadUnsafe(ref right, (nuint)(2 * Vector<double>.Count));
            a2 = Vector.FusedMultiplyAdd(c, v, a2);
            b2 = Vector.FusedMultiplyAdd(d, v, b2);
            v = Vector.LoadUnsafe(ref right, (nuint)(3 * Vector<double>.Count));
            a3 = Vector.FusedMultiplyAdd(c, v, a3);
            b3 = Vector.FusedMultiplyAdd(d, v, b3);
            left = ref Unsafe.Add(ref left, lStride);
            right = ref Unsafe.Add(ref right, xStride);
        }

        above[0] = a0;
        above[1] = a1;
        above[2] = a2;
        above[3] = a3;
        below[0] = b0;
        below[1] = b1;
        below[2] = b2;
        below[3] = b3;
    }

    /// <summary>
    /// Writes Σ z[o, i + r] z[o, j …] over o = 0 … count - 1 to rows r = 0 … 3 of <paramref name="c"/>, two vectors.
    /// </summary>
    public static void Gram(ReadOnlySpan<double> z, int stride, int count, int i, int j, Span<double> c)
    {
        Vector<double> a0 = default, a1 = default, a2 = default, a3 = default;
        Vector<double> b0 = default, b1 = default, b2 = default, b3 = default;
        ref var left = ref Unsafe.Add(ref MemoryMarshal.GetReference(z), i);
        ref var right = ref Unsafe.Add(ref MemoryMarshal.GetReference(z), j);
        for (var o = 0; o < count; o++)
        {
            var v = Vector.LoadUnsafe(ref right);
            var w = Vector.LoadUnsafe(ref right, (nuint)Vector<double>.Count);
            var x = new Vector<double>(left);
            a0 = Vector.FusedMultiplyAdd(x, v, a0);
            b0 = Vector.FusedMultiplyAdd(x, w, b0);
            x = new Vector<double>(Unsafe.Add(ref left, 1));
            a1 = Vector.FusedMultiplyAdd(x, v, a1);
            b1 = Vector.FusedMultiplyAdd(x, w, b1);
            x = new Vector<double>(Unsafe.Add(ref left, 2));
            a2 = Vector.FusedMultiplyAdd(x, v, a2);
            b2 = Vector.FusedMultiplyAdd(x, w, b2);
            x = new Vector<double>(Unsafe.Add(ref left, 3));
            a3 = Vector.FusedMultiplyAdd(x, v, a3);
            b3 = Vector.FusedMultiplyAdd(x, w, b3);
            left = ref Unsafe.Add(ref left, stride);
            right = ref Unsafe.Add(ref right, stride);
        }

        Store(a0, b0, c);
        Store(a1, b1, c[stride..]);
        Store(a2, b2, c[(2 * stride)..]);
        Store(a3, b3, c[(3 * stride)..]);
    }

    /// <summary>Writes rows of <paramref name="columns"/> values as columns.</summary>
    public static void Transpose(ReadOnlySpan<double> from, int columns, Span<double> to, int stride)
    {
        ref var source = ref MemoryMarshal.GetReference(from);
        for (var m = 0; m < from.Length / columns; m++)
        {
            ref var target = ref to[m];
            for (var o = 0; o < columns; o++)
            {
                target = source;
                source = ref Unsafe.Add(ref source, 1);
                target = ref Unsafe.Add(ref target, stride);
            }
        }
    }

    private static void Store(Vector<double> a, Vector<double> b, Span<double> c)
    {
        a.CopyTo(c);
        b.CopyTo(c[Vector<double>.Count..]);
    }
}

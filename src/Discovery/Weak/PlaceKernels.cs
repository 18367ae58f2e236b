using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Sci.Discovery;

/// <summary>The sums that take samples to test functions, and places back to samples.</summary>
internal static class PlaceKernels
{
    // Samples that are summed together, in four vectors.
    private static int Block => 4 * Vector<double>.Count;

    /// <summary>Zeros on either side of a test function's table, so that a block may hang over its ends.</summary>
    public static int Padding => Block - 1;

    /// <summary>line[j] += Σ_p values[p] φ[j - p stride].</summary>
    /// <param name="padded">φ between <see cref="Padding"/> zeros.</param>
    /// <param name="stride">Samples from one place to the next.</param>
    /// <param name="values">A value a place.</param>
    /// <param name="line">The samples, as many as the places reach, or more.</param>
    public static void Spread(ReadOnlySpan<double> padded, int stride, ReadOnlySpan<double> values, Span<double> line)
    {
        var support = padded.Length - (2 * Padding);
        var reached = values.Length == 0 ? 0 : ((values.Length - 1) * stride) + support;
        Debug.Assert(reached <= line.Length);
        var j = 0;
        for (; j < reached && j + Block <= line.Length; j += Block)
        {
            var first = FirstAt(j, support, stride);
            var count = Math.Min(values.Length - 1, (j + Padding) / stride) - first + 1;
            AddBlock(padded[..(Padding + j - (first * stride) + Block)], stride, values.Slice(first, count), line[j..]);
        }

        for (; j < reached; j++)
        {
            var last = Math.Min(values.Length - 1, j / stride);
            for (var p = FirstAt(j, support, stride); p <= last; p++)
            {
                line[j] += values[p] * padded[Padding + j - (p * stride)];
            }
        }
    }

    /// <summary>sum += factor Σ_k weights[k] rows[k], rows as wide as the sum.</summary>
    public static void AddRows(
        Span<double> sum, double factor, ReadOnlySpan<double> weights, ReadOnlySpan<double> rows)
    {
        var (n, k) = (sum.Length, 0);
        Debug.Assert(weights.Length * n <= rows.Length);
        for (; k + 4 <= weights.Length; k += 4)
        {
            AddFour(
                sum, rows.Slice(k * n, 4 * n), factor * weights[k], factor * weights[k + 1], factor * weights[k + 2],
                factor * weights[k + 3]);
        }

        for (; k < weights.Length; k++)
        {
            System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(
                rows.Slice(k * n, n), factor * weights[k], sum, sum);
        }
    }

    // The first place whose support ends behind a sample.
    private static int FirstAt(int sample, int support, int stride) =>
        sample < support ? 0 : ((sample - support) / stride) + 1;

    // The last block of a table counts for the first value, and one a stride before for each after it.
    private static void AddBlock(
        ReadOnlySpan<double> table, int stride, ReadOnlySpan<double> values, Span<double> line)
    {
        Debug.Assert(table.Length >= Block + ((values.Length - 1) * stride) && line.Length >= Block);
        ref var t = ref MemoryMarshal.GetReference(table);
        ref var y = ref MemoryMarshal.GetReference(line);
        var (n, at) = ((nuint)Vector<double>.Count, (nuint)(table.Length - Block));
        var (a, b, c, d) = (Vector.LoadUnsafe(ref y), Vector.LoadUnsafe(ref y, n), Vector.LoadUnsafe(ref y, 2 * n),
            Vector.LoadUnsafe(ref y, 3 * n));
        foreach (var value in values)
        {
            var factor = new Vector<double>(value);
            a = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref t, at), factor, a);
            b = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref t, at + n), factor, b);
            c = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref t, at + (2 * n)), factor, c);
            d = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref t, at + (3 * n)), factor, d);
            at -= (nuint)stride;
        }

        a.StoreUnsafe(ref y);
        b.StoreUnsafe(ref y, n);
        c.StoreUnsafe(ref y, 2 * n);
        d.StoreUnsafe(ref y, 3 * n);
    }

    // One pass over the sum for four rows.
    private static void AddFour(Span<double> sum, ReadOnlySpan<double> rows, double a, double b, double c, double d)
    {
        var (n, i) = ((nuint)sum.Length, (nuint)0);
        ref var y = ref MemoryMarshal.GetReference(sum);
        ref var x = ref MemoryMarshal.GetReference(rows);
        var (va, vb, vc, vd) =
            (new Vector<double>(a), new Vector<double>(b), new Vector<double>(c), new Vector<double>(d));
        for (; i + (nuint)Vector<double>.Count <= n; i += (nuint)Vector<double>.Count)
        {
            var first = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref x, i), va, Vector.LoadUnsafe(ref y, i));
            var second = Vector.LoadUnsafe(ref x, i + n) * vb;
            first = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref x, i + (2 * n)), vc, first);
            second = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref x, i + (3 * n)), vd, second);
            (first + second).StoreUnsafe(ref y, i);
        }

        for (var at = (int)i; at < sum.Length; at++)
        {
            var width = sum.Length;
            sum[at] += (a * rows[at]) + (b * rows[at + width]) + (c * rows[at + (2 * width)])
                + (d * rows[at + (3 * width)]);
        }
    }
}

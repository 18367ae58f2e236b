using System.Numerics;
using System.Runtime.InteropServices;

namespace Sci.Discovery;

/// <summary>Rank-k updates of a Gram matrix by a tile of columns.</summary>
internal static class TileKernels
{
    /// <summary>
    /// Adds the inner products of all pairs of columns to the upper triangle of <paramref name="sum"/>.
    /// </summary>
    public static void AddProducts(double[] sum, Span<double> columns, int width, int stride, int count)
    {
        Span<double> block = stackalloc double[8];
        for (var i = 0; i < width; i += 4)
        {
            for (var j = i; j < width; j += 2)
            {
                Products4x2(columns, stride, count, i, j, width - 1, block);
                AddBlock(sum, width, i, j, block);
            }
        }
    }

    /// <summary>Copies the upper triangle below the diagonal.</summary>
    public static void Mirror(double[] sum, int width)
    {
        for (var i = 0; i < width; i++)
        {
            for (var j = 0; j < i; j++)
            {
                sum[(i * width) + j] = sum[(j * width) + i];
            }
        }
    }

    private static void AddBlock(double[] sum, int width, int i, int j, ReadOnlySpan<double> block)
    {
        for (var a = 0; a < Math.Min(4, width - i); a++)
        {
            for (var b = 0; b < Math.Min(2, width - j); b++)
            {
                if (i + a <= j + b)
                {
                    sum[((i + a) * width) + j + b] += block[(2 * a) + b];
                }
            }
        }
    }

    // Four columns from i against two from j, columns beyond the last replaced by the last; eight accumulators
    // keep two multiply-adds a cycle in flight.
    private static void Products4x2(
        ReadOnlySpan<double> columns, int stride, int count, int i, int j, int last, Span<double> block)
    {
        ref var a0 = ref MemoryMarshal.GetReference(columns[(i * stride)..]);
        ref var a1 = ref MemoryMarshal.GetReference(columns[(Math.Min(i + 1, last) * stride)..]);
        ref var a2 = ref MemoryMarshal.GetReference(columns[(Math.Min(i + 2, last) * stride)..]);
        ref var a3 = ref MemoryMarshal.GetReference(columns[(Math.Min(i + 3, last) * stride)..]);
        ref var b0 = ref MemoryMarshal.GetReference(columns[(j * stride)..]);
        ref var b1 = ref MemoryMarshal.GetReference(columns[(Math.Min(j + 1, last) * stride)..]);
        Vector<double> s00 = default, s01 = default, s10 = default, s11 = default;
        Vector<double> s20 = default, s21 = default, s30 = default, s31 = default;
        nuint row = 0;
        for (; row + (nuint)Vector<double>.Count <= (nuint)count; row += (nuint)Vector<double>.Count)
        {
            var y0 = Vector.LoadUnsafe(ref b0, row);
            var y1 = Vector.LoadUnsafe(ref b1, row);
            var x = Vector.LoadUnsafe(ref a0, row);
            s00 = Vector.FusedMultiplyAdd(x, y0, s00);
            s01 = Vector.FusedMultiplyAdd(x, y1, s01);
            x = Vector.LoadUnsafe(ref a1, row);
            s10 = Vector.FusedMultiplyAdd(x, y0, s10);
            s11 = Vector.FusedMultiplyAdd(x, y1, s11);
            x = Vector.LoadUnsafe(ref a2, row);
            s20 = Vector.FusedMultiplyAdd(x, y0, s20);
            s21 = Vector.FusedMultiplyAdd(x, y1, s21);
            x = Vector.LoadUnsafe(ref a3, row);
            s30 = Vector.FusedMultiplyAdd(x, y0, s30);
            s31 = Vector.FusedMultiplyAdd(x, y1, s31);
        }

        ReadOnlySpan<Vector<double>> sums = [s00, s01, s10, s11, s20, s21, s30, s31];
        for (var at = 0; at < sums.Length; at++)
        {
            block[at] = Vector.Sum(sums[at]);
        }

        for (var rest = (int)row; rest < count; rest++)
        {
            for (var at = 0; at < block.Length; at++)
            {
                block[at] += columns[(Math.Min(i + (at / 2), last) * stride) + rest]
                    * columns[(Math.Min(j + (at % 2), last) * stride) + rest];
            }
        }
    }
}

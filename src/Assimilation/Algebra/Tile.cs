using System.Buffers;
using System.Runtime.Intrinsics;

namespace Sci.Assimilation.Algebra;

/// <summary>Products of dense matrices by packed tiles, after Goto and van de Geijn (2008), doi:10.1145/1356052.1356053.</summary>
internal static unsafe class Tile
{
    public const int Size = 128;

    private const int Depth = 256;
    private const int Tall = 8;
    private const int Wide = 16;

    // C += scale op(A) op(B) on one tile of C, at most Size by Size: C[i, j] is at c[(i * strideC) + j],
    // op(A)[i, k] at a[(i * rowA) + (k * stepA)] and op(B)[k, j] at b[(k * stepB) + (j * columnB)].
    public static void Add(
        double* c, int strideC, double* a, int rowA, int stepA, double* b, int columnB, int stepB, double scale, int m, int n,
        int depth)
    {
        var rented = ArrayPool<double>.Shared.Rent(2 * Size * Depth);
        fixed (double* packedA = rented)
        {
            var packedB = packedA + (Size * Depth);
            for (var k = 0; k < depth; k += Depth)
            {
                var kept = Math.Min(Depth, depth - k);
                Pack(packedA, a + ((long)k * stepA), rowA, stepA, scale, m, kept, Tall);
                Pack(packedB, b + ((long)k * stepB), columnB, stepB, 1, n, kept, Wide);
                for (var i = 0; i < m; i += Tall)
                {
                    for (var j = 0; j < n; j += Wide)
                    {
                        Panel(c + ((long)i * strideC) + j, strideC, packedA + (i * kept), packedB + (j * kept), kept,
                            Math.Min(Tall, m - i), Math.Min(Wide, n - j));
                    }
                }
            }
        }

        ArrayPool<double>.Shared.Return(rented);
    }

    private static void Pack(double* packed, double* source, int rows, int steps, double scale, int count, int depth, int width)
    {
        for (var first = 0; first < count; first += width)
        {
            var kept = Math.Min(width, count - first);
            var from = source + ((long)first * rows);
            for (var k = 0; k < depth; k++, from += steps)
            {
                for (var i = 0; i < kept; i++)
                {
                    packed[i] = scale * from[(long)i * rows];
                }

                for (var i = kept; i < width; i++)
                {
                    packed[i] = 0;
                }

                packed += width;
            }
        }
    }

    private static void Panel(double* c, int strideC, double* a, double* b, int depth, int m, int n)
    {
        var part = stackalloc double[Tall * Wide];
        for (var half = 0; half < 2; half++)
        {
            Quarter(part + (half * 4 * Wide), a + (4 * half), b, depth);
        }

        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++)
            {
                c[((long)i * strideC) + j] += part[(i * Wide) + j];
            }
        }
    }

    // Four rows by sixteen columns in eight registers.
    private static void Quarter(double* part, double* a, double* b, int depth)
    {
        Vector512<double> c00 = default, c01 = default, c10 = default, c11 = default;
        Vector512<double> c20 = default, c21 = default, c30 = default, c31 = default;
        for (var k = 0; k < depth; k++, a += Tall, b += Wide)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + 8);
            var a0 = Vector512.Create(a[0]);
            var a1 = Vector512.Create(a[1]);
            c00 = Vector512.FusedMultiplyAdd(a0, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(a0, b1, c01);
            c10 = Vector512.FusedMultiplyAdd(a1, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(a1, b1, c11);
            var a2 = Vector512.Create(a[2]);
            var a3 = Vector512.Create(a[3]);
            c20 = Vector512.FusedMultiplyAdd(a2, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(a2, b1, c21);
            c30 = Vector512.FusedMultiplyAdd(a3, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(a3, b1, c31);
        }

        c00.Store(part);
        c01.Store(part + 8);
        c10.Store(part + Wide);
        c11.Store(part + Wide + 8);
        c20.Store(part + (2 * Wide));
        c21.Store(part + (2 * Wide) + 8);
        c30.Store(part + (3 * Wide));
        c31.Store(part + (3 * Wide) + 8);
    }
}

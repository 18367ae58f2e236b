using System.Numerics.Tensors;
using Sci.Numerics;

namespace Sci.Assimilation.Algebra;

/// <summary>Dense algebra on row-major matrices; every result is the same for any number of threads.</summary>
internal static unsafe class Dense
{
    /// <summary>C = a AᵀB.</summary>
    public static void Inner(double scale, Matrix a, Matrix b, Matrix c, int threads)
    {
        c.Values.Clear();
        Work.InTiles(c.Rows, c.Columns, Tile.Size, threads, (i, m, j, n) =>
        {
            fixed (double* pc = c.Array, pa = a.Array, pb = b.Array)
            {
                Tile.Add(pc + ((long)i * c.Columns) + j, c.Columns, pa + i, 1, a.Columns, pb + j, 1, b.Columns, scale, m, n, a.Rows);
            }
        });
    }

    /// <summary>C = a A Bᵀ.</summary>
    public static void Outer(double scale, Matrix a, Matrix b, Matrix c, int threads)
    {
        c.Values.Clear();
        Work.InTiles(c.Rows, c.Columns, Tile.Size, threads, (i, m, j, n) =>
        {
            fixed (double* pc = c.Array, pa = a.Array, pb = b.Array)
            {
                Tile.Add(pc + ((long)i * c.Columns) + j, c.Columns, pa + ((long)i * a.Columns), a.Columns, 1,
                    pb + ((long)j * b.Columns), b.Columns, 1, scale, m, n, a.Columns);
            }
        });
    }

    /// <summary>C = A B.</summary>
    public static void Product(Matrix a, Matrix b, Matrix c, int threads)
    {
        c.Values.Clear();
        Add(a, b, c.Array, c.Rows, c.Columns, threads);
    }

    /// <summary>C += A B, on the rows of <paramref name="c"/>.</summary>
    public static void Add(Matrix a, Matrix b, States c, int threads) =>
        Add(a, b, c.AsMemory(), c.Count, c.Size, threads);

    private static void Add(Matrix a, Matrix b, Memory<double> c, int rows, int columns, int threads) =>
        Work.InTiles(rows, columns, Tile.Size, threads, (i, m, j, n) =>
        {
            fixed (double* pc = c.Span, pa = a.Array, pb = b.Array)
            {
                Tile.Add(pc + ((long)i * columns) + j, columns, pa + ((long)i * a.Columns), a.Columns, 1,
                    pb + j, 1, b.Columns, 1, m, n, a.Columns);
            }
        });

    /// <summary>C = a AᵀA, both triangles.</summary>
    public static void Gram(double scale, Matrix a, Matrix c, int threads)
    {
        var side = (c.Rows + Tile.Size - 1) / Tile.Size;
        c.Values.Clear();
        Work.InBlocks(side * (side + 1) / 2, 1, threads, (tile, _) =>
        {
            var row = (int)((Math.Sqrt((8.0 * tile) + 1) - 1) / 2);
            var (i, j) = (row * Tile.Size, (tile - (row * (row + 1) / 2)) * Tile.Size);
            fixed (double* pc = c.Array, pa = a.Array)
            {
                Tile.Add(pc + ((long)i * c.Columns) + j, c.Columns, pa + i, 1, a.Columns, pa + j, 1, a.Columns,
                    scale, Math.Min(Tile.Size, c.Rows - i), Math.Min(Tile.Size, c.Columns - j), a.Rows);
            }
        });
        Mirror(c);
    }

    /// <summary>Replaces the lower triangle of a symmetric positive definite matrix by its Cholesky factor.</summary>
    public static void Cholesky(Matrix a)
    {
        for (var i = 0; i < a.Rows; i++)
        {
            var row = a[i];
            for (var j = 0; j < i; j++)
            {
                row[j] = (row[j] - TensorPrimitives.Dot<double>(row[..j], a[j][..j])) / a[j][j];
            }

            var pivot = row[i] - TensorPrimitives.SumOfSquares<double>(row[..i]);
            if (!(pivot > 0))
            {
                throw new ArithmeticException(
                    $"The covariance of the innovations is not positive definite (pivot {i} is {pivot}): "
                    + "the ensemble or the observations hold values that are not finite.");
            }

            row[i] = Math.Sqrt(pivot);
        }
    }

    /// <summary>Solves L Lᵀ X = B in place, right-hand sides in the columns of <paramref name="b"/>.</summary>
    public static void Solve(Matrix factor, Matrix b)
    {
        for (var i = 0; i < factor.Rows; i++)
        {
            for (var k = 0; k < i; k++)
            {
                TensorPrimitives.MultiplyAdd(b[k], -factor[i][k], b[i], b[i]);
            }

            TensorPrimitives.Multiply(b[i], 1 / factor[i][i], b[i]);
        }

        for (var i = factor.Rows - 1; i >= 0; i--)
        {
            TensorPrimitives.Multiply(b[i], 1 / factor[i][i], b[i]);
            for (var k = 0; k < i; k++)
            {
                TensorPrimitives.MultiplyAdd(b[i], -factor[i][k], b[k], b[k]);
            }
        }
    }

    /// <summary>Solves L Lᵀ x = b in place.</summary>
    public static void Solve(Matrix factor, Span<double> b)
    {
        for (var i = 0; i < b.Length; i++)
        {
            b[i] = (b[i] - TensorPrimitives.Dot<double>(factor[i][..i], b[..i])) / factor[i][i];
        }

        for (var i = b.Length - 1; i >= 0; i--)
        {
            b[i] /= factor[i][i];
            TensorPrimitives.MultiplyAdd(factor[i][..i], -b[i], b[..i], b[..i]);
        }
    }

    private static void Mirror(Matrix c)
    {
        for (var i = 1; i < c.Rows; i++)
        {
            for (var j = 0; j < i; j++)
            {
                c.Array[(j * c.Columns) + i] = c.Array[(i * c.Columns) + j];
            }
        }
    }
}

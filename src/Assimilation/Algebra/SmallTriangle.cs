using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Sci.Assimilation.Algebra;

/// <summary>
/// C = I + s ZᵀZ = L Lᵀ and solutions with L, for ensembles too small to pay for a library's calls.
/// </summary>
/// <remarks>
/// Elimination by rows: row i of Lᵀ, and of L⁻¹B, is row i of C, and of B, minus the rows above times column i of Lᵀ,
/// over its pivot; four rows and a panel of columns at a time.
/// </remarks>
internal sealed class SmallTriangle : IDisposable
{
    /// <summary>Up to here these loops beat OpenBLAS.</summary>
    public const int LargestOrder = 64;

    private readonly Matrix rows;
    private readonly double[] inverses;

    /// <summary>Factors C in its place; disposing of this disposes of it.</summary>
    /// <param name="c">Of <see cref="Covariance"/>; the upper triangle is read.</param>
    /// <param name="order">Its order without padding.</param>
    /// <exception cref="ArithmeticException">C holds NaN or infinity.</exception>
    public SmallTriangle(Matrix c, int order)
    {
        (rows, Order) = (c, order);
        inverses = new double[rows.Rows];
        Factor();
    }

    public int Order { get; }

    /// <summary>Values of a panel [padded order, columns of a tile].</summary>
    public int PanelLength => Panels.PanelLength(Order);

    /// <summary>I + s ZᵀZ, padded, of which the upper triangle is written.</summary>
    /// <param name="scale">s.</param>
    /// <param name="z">Padded, with <paramref name="count"/> rows and <paramref name="order"/> columns.</param>
    /// <param name="count">Rows of Z without padding.</param>
    /// <param name="order">Columns of Z without padding.</param>
    public static Matrix Covariance(double scale, Matrix z, int count, int order)
    {
        var c = Panels.Rent(order, order);
        c.Values.Clear();
        for (var i = 0; i < order; i++)
        {
            c[i][i] = 1;
        }

        ref var seen = ref z.Array[0];
        for (var i = 0; i < order; i += Panels.Rows)
        {
            for (var j = First(i); j < c.Columns; j += Panels.Columns)
            {
                Panels.Add(
                    scale, ref Unsafe.Add(ref seen, i), z.Columns, ref Unsafe.Add(ref seen, j), z.Columns, count,
                    ref c.Array[(i * c.Columns) + j], c.Columns);
            }
        }

        return c;
    }

    /// <summary>Writes the sums of the rows of Lᵀ.</summary>
    public void SumRows(Span<double> sums)
    {
        for (var i = 0; i < Order; i++)
        {
            sums[i] = TensorPrimitives.Sum<double>(rows[i][i..Order]);
        }
    }

    /// <summary>Solves L x = b in place.</summary>
    public void SolveVector(Span<double> b)
    {
        for (var i = 0; i < Order; i++)
        {
            b[i] *= inverses[i];
            Moments.Add(-b[i], rows[i][(i + 1)..Order], b[(i + 1)..]);
        }
    }

    /// <summary>Solves L X = B in place, for a B with rows padded to whole tiles.</summary>
    /// <param name="b">B, zeros above <paramref name="first"/>.</param>
    /// <param name="stride">From one row to the next.</param>
    /// <param name="columns">Of B, whole tiles.</param>
    /// <param name="first">A row where a tile begins.</param>
    public void Solve(Span<double> b, int stride, int columns, int first = 0)
    {
        ref var x = ref b[first * stride];
        for (var i = first; i < Order; i += Panels.Rows)
        {
            ref var left = ref rows.Array[(first * rows.Columns) + i];
            ref var diagonal = ref rows.Array[(i * rows.Columns) + i];
            for (var j = 0; j < columns; j += Panels.Columns)
            {
                ref var tile = ref Unsafe.Add(ref x, ((i - first) * stride) + j);
                Panels.Add(
                    -1, ref left, rows.Columns, ref Unsafe.Add(ref x, j), stride, i - first, ref tile, stride);
                Panels.Eliminate(ref diagonal, rows.Columns, ref inverses[i], ref tile, stride);
            }
        }
    }

    public void Dispose() => rows.Dispose();

    // The first column of the panel that holds column i.
    private static int First(int i) => i / Panels.Columns * Panels.Columns;

    private void Factor()
    {
        Span<double> u = stackalloc double[Panels.Rows * Panels.Rows];
        var stride = rows.Columns;
        ref var all = ref rows.Array[0];
        for (var i = 0; i < Order; i += Panels.Rows)
        {
            ref var row = ref Unsafe.Add(ref all, i * stride);
            for (var j = First(i); j < stride; j += Panels.Columns)
            {
                Panels.Add(
                    -1, ref Unsafe.Add(ref all, i), stride, ref Unsafe.Add(ref all, j), stride, i,
                    ref Unsafe.Add(ref row, j), stride);
            }

            FactorTile(i, u);
            for (var j = First(i); j < stride; j += Panels.Columns)
            {
                Panels.Eliminate(ref u[0], Panels.Rows, ref inverses[i], ref Unsafe.Add(ref row, j), stride);
            }
        }
    }

    // Of the tile on the diagonal: the upper triangle without its diagonal, and one over that.
    private void FactorTile(int i, Span<double> u)
    {
        for (var r = 0; r < Panels.Rows && i + r < Order; r++)
        {
            for (var c = r; c < Panels.Rows; c++)
            {
                var sum = rows[i + r][i + c];
                for (var s = 0; s < r; s++)
                {
                    sum -= u[(s * Panels.Rows) + r] * u[(s * Panels.Rows) + c];
                }

                u[(r * Panels.Rows) + c] = c == r ? inverses[i + r] = Invert(sum) : sum * inverses[i + r];
            }
        }
    }

    private static double Invert(double pivot) =>
        pivot > 0 && double.IsFinite(pivot)
            ? 1 / Math.Sqrt(pivot)
            : throw new ArithmeticException("The covariance of the observed members holds NaN or infinity.");
}

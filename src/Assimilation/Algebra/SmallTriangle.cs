using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Sci.Assimilation.Algebra;

/// <summary>
/// C = I + s YYᵀ = L Lᵀ and solutions with L, for ensembles too small to pay for a library's calls.
/// </summary>
/// <remarks>
/// Elimination by rows: row i of Lᵀ, and of L⁻¹B, is row i of C, and of B, minus the rows above times column i of Lᵀ,
/// over its pivot. Two rows and a panel of columns are in registers, and every inner loop runs along memory.
/// </remarks>
internal sealed class SmallTriangle : IDisposable
{
    /// <summary>Up to here these loops beat OpenBLAS.</summary>
    public const int LargestOrder = 64;

    // Rows are padded by zeros to blocks of the products.
    private const int Down = 4;

    private readonly Matrix rows;
    private readonly double[] inverses;

    /// <summary>Factors I + <paramref name="scale"/> YYᵀ.</summary>
    /// <exception cref="ArithmeticException">Y holds NaN or infinity.</exception>
    public SmallTriangle(double scale, Matrix y)
    {
        Order = y.Rows;
        inverses = new double[Order];
        rows = Matrix.Rent((Order + Down - 1) / Down * Down, (Order + Width - 1) / Width * Width);
        rows.Values.Clear();
        Gram(y);
        TensorPrimitives.Multiply(rows.Values, scale, rows.Values);
        for (var i = 0; i < Order; i++)
        {
            rows[i][i] += 1;
        }

        Factor();
    }

    /// <summary>Columns of a panel.</summary>
    public static int Width { get; } = 4 * Vector<double>.Count;

    public int Order { get; }

    /// <summary>Rows of a panel: one to spare where the order is odd.</summary>
    public int PanelRows => (Order + 1) / 2 * 2;

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
            TensorPrimitives.MultiplyAdd<double>(rows[i][(i + 1)..Order], -b[i], b[(i + 1)..], b[(i + 1)..]);
        }
    }

    /// <summary>Solves L X = B in place of a panel, shape [PanelRows, Width].</summary>
    public void SolvePanel(Span<double> b)
    {
        for (var i = 0; i < Order; i += 2)
        {
            var top = Vectors(b.Slice(i * Width, Width));
            var below = Vectors(b.Slice((i + 1) * Width, Width));
            Panels.Subtract(rows.Values[i..], rows.Columns, b, Width, i, top, below);
            Scale(top, inverses[i]);
            if (i + 1 < Order)
            {
                Subtract(top, rows[i][i + 1], below);
                Scale(below, inverses[i + 1]);
            }
        }
    }

    public void Dispose() => rows.Dispose();

    private void Gram(Matrix y)
    {
        var stride = rows.Columns;
        using var columns = Matrix.Rent(y.Columns, stride);
        columns.Values.Clear();
        Panels.Transpose(y.Values, y.Columns, columns.Values, stride);
        var across = 2 * Vector<double>.Count;
        for (var i = 0; i < Order; i += Down)
        {
            for (var j = i / across * across; j < Order; j += across)
            {
                Panels.Gram(columns.Values, stride, y.Columns, i, j, rows.Values[((i * stride) + j)..]);
            }
        }
    }

    private void Factor()
    {
        var u = rows.Values;
        var stride = rows.Columns;
        for (var i = 0; i < Order; i += 2)
        {
            var first = i / Width * Width;
            for (var column = first; column < stride; column += Width)
            {
                var top = Vectors(rows[i].Slice(column, Width));
                var below = Vectors(rows[i + 1].Slice(column, Width));
                Panels.Subtract(u[i..], stride, u[column..], stride, i, top, below);
            }

            Scale(Vectors(rows[i][first..]), Invert(i));
            if (i + 1 < Order)
            {
                Subtract(Vectors(rows[i][first..]), rows[i][i + 1], Vectors(rows[i + 1][first..]));
                Scale(Vectors(rows[i + 1][first..]), Invert(i + 1));
            }
        }
    }

    private double Invert(int i)
    {
        var pivot = rows[i][i];
        return pivot > 0 && double.IsFinite(pivot)
            ? inverses[i] = 1 / Math.Sqrt(pivot)
            : throw new ArithmeticException("The covariance of the observed members holds NaN or infinity.");
    }

    private static void Scale(Span<Vector<double>> row, double factor)
    {
        var vector = new Vector<double>(factor);
        for (var k = 0; k < row.Length; k++)
        {
            row[k] *= vector;
        }
    }

    private static void Subtract(ReadOnlySpan<Vector<double>> row, double factor, Span<Vector<double>> from)
    {
        var vector = new Vector<double>(-factor);
        for (var k = 0; k < from.Length; k++)
        {
            from[k] = Vector.FusedMultiplyAdd(vector, row[k], from[k]);
        }
    }

    private static Span<Vector<double>> Vectors(Span<double> values) =>
        MemoryMarshal.Cast<double, Vector<double>>(values);
}

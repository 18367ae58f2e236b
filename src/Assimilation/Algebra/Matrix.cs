using System.Buffers;
using Sci.Numerics;

namespace Sci.Assimilation.Algebra;

/// <summary>A row-major matrix on rented memory, given back on disposal; its values start undefined.</summary>
internal sealed class Matrix : IDisposable
{
    private Matrix(int rows, int columns, double[] values)
    {
        Rows = rows;
        Columns = columns;
        Array = values;
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>At least Rows times Columns values.</summary>
    public double[] Array { get; }

    public Span<double> Values => Array.AsSpan(0, Rows * Columns);

    public MatrixSpan Span => new(Values, Rows, Columns);

    public Span<double> this[int row] => Array.AsSpan(row * Columns, Columns);

    /// <summary>All values from one of a row on.</summary>
    public Span<double> From(int row, int column) => Values[((row * Columns) + column)..];

    public static Matrix Rent(int rows, int columns) =>
        new(rows, columns, ArrayPool<double>.Shared.Rent(checked(rows * columns)));

    public void Dispose() => ArrayPool<double>.Shared.Return(Array);
}

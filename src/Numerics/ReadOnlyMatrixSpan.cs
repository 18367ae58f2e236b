namespace Sci.Numerics;

/// <summary>A view of numbers as a matrix to read: row-major without gaps, or the transpose of such.</summary>
public readonly ref struct ReadOnlyMatrixSpan
{
    /// <summary>
    /// Takes <paramref name="values"/> as shape [<paramref name="rows"/>, <paramref name="columns"/>], row-major.
    /// </summary>
    public ReadOnlyMatrixSpan(ReadOnlySpan<double> values, int rows, int columns)
        : this(values, rows, columns, isTransposed: false) => Shape.Check(values.Length, rows, columns);

    private ReadOnlyMatrixSpan(ReadOnlySpan<double> values, int rows, int columns, bool isTransposed)
    {
        Values = values;
        Rows = rows;
        Columns = columns;
        IsTransposed = isTransposed;
    }

    /// <summary>All values as they lie in memory.</summary>
    public ReadOnlySpan<double> Values { get; }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>Whether the columns, not the rows, lie contiguous.</summary>
    public bool IsTransposed { get; }

    /// <summary>The transpose, nothing moved.</summary>
    public ReadOnlyMatrixSpan T => new(Values, Columns, Rows, !IsTransposed);

    /// <summary>Distance in memory between neighbouring rows, or columns when transposed.</summary>
    internal int Stride => IsTransposed ? Rows : Columns;

    /// <summary>The states as rows, nothing copied.</summary>
    public static ReadOnlyMatrixSpan Of(States states) => MatrixSpan.Of(states);
}

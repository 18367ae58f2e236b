namespace Sci.Numerics;

/// <summary>A view of numbers as a matrix that can be written, row after row without gaps.</summary>
public readonly ref struct MatrixSpan
{
    /// <summary>
    /// Takes <paramref name="values"/> as shape [<paramref name="rows"/>, <paramref name="columns"/>], row-major.
    /// </summary>
    public MatrixSpan(Span<double> values, int rows, int columns)
    {
        Shape.Check(values.Length, rows, columns);
        Values = values;
        Rows = rows;
        Columns = columns;
    }

    /// <summary>All values, row after row.</summary>
    public Span<double> Values { get; }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>The transpose, nothing moved; to read only.</summary>
    public ReadOnlyMatrixSpan T => ((ReadOnlyMatrixSpan)this).T;

    /// <summary>The states as rows, nothing copied.</summary>
    public static MatrixSpan Of(States states)
    {
        ArgumentNullException.ThrowIfNull(states);
        return new MatrixSpan(states.Values, states.Count, states.Size);
    }

    /// <summary>The same matrix, to read.</summary>
    public static implicit operator ReadOnlyMatrixSpan(MatrixSpan matrix) => matrix.ToReadOnlyMatrixSpan();

    /// <summary>The same matrix, to read.</summary>
    public ReadOnlyMatrixSpan ToReadOnlyMatrixSpan() => new(Values, Rows, Columns);
}

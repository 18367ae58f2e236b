namespace Sci.Numerics;

/// <summary>The triangular factor of a tall matrix, a block of rows at a time.</summary>
internal static class TallQr
{
    /// <summary>Least rows of a block, and rows for a column: the R on top then costs a quarter more at most.</summary>
    private const int Least = 256;
    private const int RowsPerColumn = 4;

    public static void Factor(IDenseEngine engine, ReadOnlyMatrixSpan a, MatrixSpan r)
    {
        var n = a.Columns;
        var height = Math.Max(RowsPerColumn * n, Least);
        var block = new double[(n + height) * n];
        for (var first = 0; first < a.Rows; first += height)
        {
            // R so far (zeros at first) stacked on the next rows; zeros after the last ones change nothing.
            var rows = Math.Min(height, a.Rows - first);
            a.Values.Slice(first * n, rows * n).CopyTo(block.AsSpan(n * n));
            block.AsSpan((n + rows) * n).Clear();
            engine.Qr(new MatrixSpan(block, n + height, n));
            ClearBelowDiagonal(block, n);
        }

        block.AsSpan(0, n * n).CopyTo(r.Values);
        Signs.MakeDiagonalPositive(r);
    }

    private static void ClearBelowDiagonal(Span<double> r, int n)
    {
        for (var i = 1; i < n; i++)
        {
            r.Slice(i * n, i).Clear();
        }
    }
}

namespace Sci.Numerics.Native;

/// <summary>
/// Splits matrix products into blocks that depend on the shapes alone, and works on them in parallel.
/// </summary>
internal static unsafe class ProductBlocks
{
    /// <summary>Rows and columns of a block of the result: large enough for OpenBLAS to run at full speed.</summary>
    private const int Tile = 256;

    /// <summary>Terms of the inner sum that one block takes when the result is a single tile.</summary>
    private const int Segment = 1 << 15;

    public static void Gemm(int m, int n, int k, double alpha, Operand a, Operand b, double beta, Operand c)
    {
        var (down, across) = (Blocks(m, Tile), Blocks(n, 2 * Tile));
        ForEach(down * across, block =>
        {
            var (row, column) = (block / across * Tile, block % across * 2 * Tile);
            var (rows, columns) = (Math.Min(Tile, m - row), Math.Min(2 * Tile, n - column));
            Product(rows, columns, k, alpha, a.From(row, 0), b.From(0, column), beta, c.From(row, column));
        });
    }

    public static void Syrk(int n, int k, double alpha, Operand a, double beta, Operand c)
    {
        if (n <= Tile && k > Segment)
        {
            SyrkBySegments(n, k, alpha, a, beta, c);
            return;
        }

        var across = Blocks(n, Tile);
        ForEach(across * across, block =>
        {
            var (row, column) = (block / across * Tile, block % across * Tile);
            var (rows, columns) = (Math.Min(Tile, n - row), Math.Min(Tile, n - column));
            if (column < row)
            {
                var transpose = a.From(column, 0) with { IsTransposed = !a.IsTransposed };
                Product(rows, columns, k, alpha, a.From(row, 0), transpose, beta, c.From(row, column));
            }
            else if (column == row)
            {
                Square(rows, k, alpha, a.From(row, 0), beta, c.From(row, column));
            }
        });
    }

    // Each segment's sum for itself, then all added in their order.
    private static void SyrkBySegments(int n, int k, double alpha, Operand a, double beta, Operand c)
    {
        var segments = Blocks(k, Segment);
        var sums = new double[segments][];
        ForEach(segments, s =>
        {
            sums[s] = new double[n * n];
            fixed (double* sum = sums[s])
            {
                var terms = Math.Min(Segment, k - (s * Segment));
                Square(n, terms, alpha, a.From(0, (long)s * Segment), 0, new Operand(sum, n, false));
            }
        });

        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var target = c.From(i, j).Pointer;
                var total = beta == 0 ? 0 : beta * *target;
                foreach (var sum in sums)
                {
                    total += sum[(i * n) + j];
                }

                *target = total;
            }
        }
    }

    private static void Product(int m, int n, int k, double alpha, Operand a, Operand b, double beta, Operand c) =>
        OpenBlas.Gemm(
            OpenBlas.RowMajor, a.Form, b.Form, m, n, k, alpha,
            a.Pointer, Math.Max(1, a.Stride), b.Pointer, Math.Max(1, b.Stride), beta, c.Pointer, c.Stride);

    private static void Square(int n, int k, double alpha, Operand a, double beta, Operand c) =>
        OpenBlas.Syrk(
            OpenBlas.RowMajor, OpenBlas.Lower, a.Form, n, k, alpha, a.Pointer, Math.Max(1, a.Stride), beta, c.Pointer,
            c.Stride);

    private static int Blocks(int length, int block) => (length + block - 1) / block;

    private static void ForEach(int count, Action<int> work) => Workers.For(count, work);
}

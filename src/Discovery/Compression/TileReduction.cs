using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>
/// Folds the tiles of a design into one small square array, in an order that no thread count changes.
/// </summary>
internal static class TileReduction
{
    // A fixed number of chunks, each folded from its first tile to its last, then joined in order.
    private const int Chunks = 16;

    // Rows of a pass over the columns: with 26 columns a pass stays in a 512 kB second-level cache.
    private const int PassRows = 512;

    /// <summary>
    /// Adds rows [first, first + count) of a tile, whose columns lie <paramref name="stride"/> apart.
    /// </summary>
    public delegate void Step(double[] sum, Span<double> columns, int width, int stride, int count);

    public delegate void Join(double[] sum, double[] term, int width);

    public static (double[] Sum, double Rows) Over(IDesign design, int threads, Step step, Join join)
    {
        var width = design.Names.Count + 1;
        var chunks = Math.Min(Chunks, design.Tiles);
        if (chunks == 0)
        {
            throw new ArgumentException("The design has no rows.", nameof(design));
        }

        var sums = new double[chunks][];
        var rows = new long[chunks];
        Workers.For(chunks, chunk => (sums[chunk], rows[chunk]) = Fold(design, chunk, chunks, step), threads);
        for (var chunk = 1; chunk < chunks; chunk++)
        {
            join(sums[0], sums[chunk], width);
        }

        return (sums[0], rows.Sum());
    }

    public static void RequireSameColumns(CompressedDesign one, CompressedDesign other)
    {
        if (!one.Names.SequenceEqual(other.Names))
        {
            throw new ArgumentException(
                $"Designs with columns {string.Join(", ", one.Names)} and {string.Join(", ", other.Names)} do not combine.",
                nameof(other));
        }
    }

    private static (double[] Sum, long Rows) Fold(IDesign design, int chunk, int chunks, Step step)
    {
        var width = design.Names.Count + 1;
        var sum = new double[width * width];
        var buffer = Array.Empty<double>();
        long total = 0;
        var last = (int)((long)design.Tiles * (chunk + 1) / chunks);
        for (var tile = (int)((long)design.Tiles * chunk / chunks); tile < last; tile++)
        {
            var rows = design.RowsOf(tile);
            if (buffer.Length < rows * width)
            {
                buffer = GC.AllocateUninitializedArray<double>(checked(rows * width));
            }

            var columns = buffer.AsSpan(0, rows * width);
            design.Fill(tile, columns);
            for (var first = 0; first < rows; first += PassRows)
            {
                step(sum, columns[first..], width, rows, Math.Min(PassRows, rows - first));
            }

            total += rows;
        }

        return (sum, total);
    }
}

namespace Sci.Assimilation.Algebra;

/// <summary>Work in fixed blocks, so that the result is the same for any number of threads.</summary>
internal static class Work
{
    /// <summary>Calls <paramref name="block"/> with the first and the last-plus-one index of every block of <paramref name="size"/>.</summary>
    public static void InBlocks(int total, int size, int threads, Action<int, int> block)
    {
        var blocks = (total + size - 1) / size;
        if (threads <= 1 || blocks <= 1)
        {
            for (var b = 0; b < blocks; b++)
            {
                block(b * size, Math.Min(total, (b + 1) * size));
            }

            return;
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        Parallel.For(0, blocks, options, b => block(b * size, Math.Min(total, (b + 1) * size)));
    }

    /// <summary>Calls <paramref name="tile"/> with first row, rows, first column and columns of every tile of a matrix.</summary>
    public static void InTiles(int rows, int columns, int size, int threads, Action<int, int, int, int> tile)
    {
        var across = (columns + size - 1) / size;
        InBlocks((rows + size - 1) / size * across, 1, threads, (index, _) =>
        {
            var (i, j) = (index / across * size, index % across * size);
            tile(i, Math.Min(size, rows - i), j, Math.Min(size, columns - j));
        });
    }
}

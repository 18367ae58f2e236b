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
}

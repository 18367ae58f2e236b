using Sci.Numerics;

namespace Sci.Assimilation.Algebra;

/// <summary>Work in fixed blocks, so that the result is the same for any number of threads.</summary>
internal static class Work
{
    /// <summary>
    /// Calls <paramref name="block"/> with the first and the last-plus-one index of every block of
    /// <paramref name="size"/>.
    /// </summary>
    public static void InBlocks(int total, int size, int threads, Action<int, int> block)
    {
        var blocks = (total + size - 1) / size;
        Workers.For(blocks, b => block(b * size, Math.Min(total, (b + 1) * size)), threads);
    }
}

using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>Work on the rows of a batch, over threads where it pays.</summary>
internal static class Rows
{
    // Below this many values and steps in all, about 0.1 ms of work, starting threads costs more than it brings.
    private const long WorthThreads = 20_000;

    /// <summary>
    /// Does <paramref name="work"/> on every row; the first row that returns a step at which it failed throws.
    /// </summary>
    /// <param name="count">Number of rows.</param>
    /// <param name="cost">Values times steps of a row.</param>
    /// <param name="work">Carries a row; returns 0, or the step at which it failed.</param>
    /// <param name="failure">The exception for a row and a step.</param>
    public static void ForEach(int count, long cost, Func<int, int> work, Func<int, int, BlowUpException> failure)
    {
        var failed = new int[count];
        ForEach(count, count * cost, row => failed[row] = work(row));
        ThrowFirst(failed, failure);
    }

    /// <summary>Does <paramref name="work"/> on every row or group of rows.</summary>
    /// <param name="count">Number of rows or groups.</param>
    /// <param name="cost">Values times steps of all.</param>
    /// <param name="work">Carries one.</param>
    public static void ForEach(int count, long cost, Action<int> work)
    {
        if (count > 1 && cost >= WorthThreads)
        {
            Workers.For(count, work);
            return;
        }

        for (var row = 0; row < count; row++)
        {
            work(row);
        }
    }

    /// <summary>Throws for the first row that failed, if one did, and names the others.</summary>
    public static void ThrowFirst(int[] failed, Func<int, int, BlowUpException> failure)
    {
        var first = Array.FindIndex(failed, step => step != 0);
        if (first >= 0)
        {
            int[] others = [.. Enumerable.Range(0, failed.Length).Where(row => row != first && failed[row] != 0)];
            throw failure(first, failed[first]).With(others, failed.Length);
        }
    }
}

using System.Runtime.ExceptionServices;

namespace Sci.Numerics;

/// <summary>The threads that all parallel loops of the process share.</summary>
/// <remarks>
/// A loop takes the threads that are free when it begins: within a loop that keeps all of them busy, an inner loop runs
/// on its caller's thread alone. No result may depend on how many there are.
/// </remarks>
public static class Workers
{
    private static int limit = Environment.ProcessorCount;
    private static int free = limit - 1;

    /// <summary>Most threads that loops use together, that of the caller included; all cores unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public static int Limit
    {
        get => limit;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            Interlocked.Add(ref free, value - Interlocked.Exchange(ref limit, value));
        }
    }

    /// <summary>
    /// Does <paramref name="work"/> for 0 … <paramref name="count"/> - 1, in any order, on at most
    /// <paramref name="most"/> threads.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was cancelled; what had begun is finished.</exception>
    public static void For(int count, Action<int> work, int most = int.MaxValue, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        var others = Take(Math.Min(count, most) - 1);
        try
        {
            Run(count, work, others, cancel);
        }
        finally
        {
            Interlocked.Add(ref free, others);
        }
    }

    private static void Run(int count, Action<int> work, int others, CancellationToken cancel)
    {
        if (others > 0)
        {
            RunTogether(
                count, work, new ParallelOptions { MaxDegreeOfParallelism = others + 1, CancellationToken = cancel });
            return;
        }

        for (var i = 0; i < count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            work(i);
        }
    }

    // One index at a time, so that a thread which others slow down holds nobody up for longer than one takes. The caller
    // sees the same exception as from a plain loop.
    private static void RunTogether(int count, Action<int> work, ParallelOptions options)
    {
        var next = -1;
        try
        {
#pragma warning disable RS0030 // Every other loop comes here.
            Parallel.For(0, options.MaxDegreeOfParallelism, options, (_, loop) =>
            {
                while (!loop.ShouldExitCurrentIteration && Interlocked.Increment(ref next) is var i && i < count)
                {
                    options.CancellationToken.ThrowIfCancellationRequested();
                    work(i);
                }
            });
#pragma warning restore RS0030
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }

    private static int Take(int wanted)
    {
        while (true)
        {
            var there = Volatile.Read(ref free);
            var taken = Math.Clamp(wanted, 0, Math.Max(0, there));
            if (taken == 0 || Interlocked.CompareExchange(ref free, there - taken, there) == there)
            {
                return taken;
            }
        }
    }
}

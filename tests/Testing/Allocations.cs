namespace Sci.Testing;

/// <summary>What a piece of work allocates once it is warm.</summary>
public static class Allocations
{
    /// <summary>
    /// The fewest bytes that <paramref name="work"/> allocated on this thread, over several runs. One run is not
    /// enough: the runtime allocates for itself (tiered code, first uses of a type) at moments of its own choosing.
    /// </summary>
    public static long Of(Action work, int repeats = 20)
    {
        ArgumentNullException.ThrowIfNull(work);
        var least = long.MaxValue;
        for (var i = 0; i < repeats && least > 0; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}

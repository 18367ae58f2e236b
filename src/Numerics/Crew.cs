namespace Sci.Numerics;

/// <summary>
/// Threads that share the sweeps of one computation: many short loops, one after another, without starting threads
/// anew.
/// </summary>
/// <remarks>
/// One member conducts; the others, when and as far as there are any, take indices of the sweep it has called. It waits
/// for what they have taken, never for them to come, so it ends alone where no thread is free. A sweep allocates
/// nothing.
/// </remarks>
internal sealed class Crew
{
    // The number of the sweep above 32 bits, how many of its indices are left below.
    private long ticket;
    private int pending;
    private int members;
    private volatile bool isOver;
    private Action<int, int>? work;

    private Crew()
    {
    }

    /// <summary>
    /// Runs <paramref name="conduct"/>, which calls <see cref="Sweep"/>, with at most <paramref name="threads"/>
    /// members.
    /// </summary>
    public static void Run(int threads, Action<Crew> conduct)
    {
        ArgumentNullException.ThrowIfNull(conduct);
        var crew = new Crew();
        Workers.For(threads, _ => crew.Join(conduct), threads);
    }

    /// <summary>
    /// Does <paramref name="work"/> for every index below <paramref name="count"/>; its second argument is the member's
    /// number.
    /// </summary>
    public void Sweep(int count, Action<int, int> work)
    {
        this.work = work;
        Volatile.Write(ref pending, count);
        Volatile.Write(ref ticket, (((Volatile.Read(ref ticket) >> 32) + 1) << 32) | (uint)count);
        while (TryTake(0))
        {
            // The conductor works too.
        }

        for (var wait = new SpinWait(); Volatile.Read(ref pending) > 0;)
        {
            wait.SpinOnce(sleep1Threshold: -1);
        }
    }

    private void Join(Action<Crew> conduct)
    {
        var member = Interlocked.Increment(ref members) - 1;
        if (member > 0)
        {
            Help(member);
            return;
        }

        try
        {
            conduct(this);
        }
        finally
        {
            isOver = true;
        }
    }

    private void Help(int member)
    {
        for (var wait = new SpinWait(); !isOver;)
        {
            if (TryTake(member))
            {
                wait.Reset();
            }
            else
            {
                wait.SpinOnce(sleep1Threshold: -1);
            }
        }
    }

    private bool TryTake(int member)
    {
        while (true)
        {
            var seen = Volatile.Read(ref ticket);
            var left = (int)(uint)seen;
            if (left == 0)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref ticket, seen - 1, seen) == seen)
            {
                work!(left - 1, member);
                Interlocked.Decrement(ref pending);
                return true;
            }
        }
    }
}

namespace Sci.Numerics.Tests;

/// <summary>Changes what the whole process shares, so that nothing runs beside it.</summary>
[CollectionDefinition(nameof(WorkersTests), DisableParallelization = true)]
[Collection(nameof(WorkersTests))]
public sealed class WorkersTests : IDisposable
{
    private readonly int before = Workers.Limit;

    public void Dispose() => Workers.Limit = before;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void No_more_threads_work_at_once_than_the_limit_allows_however_deep_the_loops(int limit)
    {
        Workers.Limit = limit;
        var (now, most) = (0, 0);

        Workers.For(4, _ => Workers.For(8, _ =>
        {
            var here = Interlocked.Increment(ref now);
            InterlockedMax(ref most, here);
            Thread.Sleep(2);
            Interlocked.Decrement(ref now);
        }));

        Assert.InRange(most, 1, limit);
    }

    [Fact]
    public void Every_index_comes_once()
    {
        Workers.Limit = 4;
        var counts = new int[1000];

        Workers.For(counts.Length, i => Interlocked.Increment(ref counts[i]));

        Assert.All(counts, count => Assert.Equal(1, count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_failure_comes_out_as_it_is_and_gives_the_threads_back(int limit)
    {
        Workers.Limit = limit;
        for (var turn = 0; turn < 3; turn++)
        {
            Assert.Throws<FormatException>(() => Workers.For(8, _ => throw new FormatException()));
        }

        using var meeting = new Barrier(limit);
        Workers.For(limit, _ => meeting.SignalAndWait(TimeSpan.FromMinutes(1)));
        Assert.Equal(1, meeting.CurrentPhaseNumber);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = most; value > seen; seen = most)
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}

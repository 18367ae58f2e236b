namespace Sci.Numerics.Tests;

public sealed class CrewTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Every_index_of_every_sweep_is_done_once_and_before_the_next_sweep(int threads)
    {
        var counts = new int[50];
        Crew.Run(threads, crew =>
        {
            for (var sweep = 0; sweep < 200; sweep++)
            {
                var before = sweep;
                crew.Sweep(counts.Length, (i, member) =>
                {
                    Assert.InRange(member, 0, threads - 1);
                    Assert.Equal(before + 1, Interlocked.Increment(ref counts[i]));
                });
            }
        });
        Assert.All(counts, count => Assert.Equal(200, count));
    }

    [Fact]
    public void What_the_conductor_throws_reaches_the_caller() =>
        Assert.Throws<InvalidOperationException>(() => Crew.Run(3, _ => throw new InvalidOperationException()));
}

using Sci.Cli.Output;

namespace Sci.Cli.Tests;

public sealed class ProgressTests
{
    [Fact]
    public void Lines_come_at_most_every_five_seconds_with_the_time_left()
    {
        var clock = new HandClock();
        using var output = new StringWriter();
        var progress = new LineProgress(output, clock, verbose: false);

        progress.Started("truth", 100);
        for (var second = 0; second < 100; second++)
        {
            clock.Advance(TimeSpan.FromSeconds(0.2));
            progress.Advanced("truth");
        }

        progress.Finished("truth", "is there");

        Assert.Equal("truth: 25 %, 15 s left\ntruth: 50 %, 10 s left\ntruth: 75 %, 5 s left\ntruth: 100 %, 0 s left\ntruth: is there (20.0 s)\n", output.ToString());
    }

    [Fact]
    public void Quick_stages_are_told_only_when_asked_for()
    {
        var clock = new HandClock();
        using var output = new StringWriter();
        var progress = new LineProgress(output, clock, verbose: false);

        progress.Started("truth", 1);
        progress.Finished("truth", "is there");
        progress.Advanced("never started");

        Assert.Equal("", output.ToString());
    }

    [Fact]
    public async Task The_first_signal_to_end_cancels_the_run()
    {
        using var interruption = new Interruption();
        // Not Ctrl-C, which a process in the background may be told to ignore.
        using var here = System.Diagnostics.Process.GetCurrentProcess();
        await Child.Signal(here, "-TERM");

        Assert.True(interruption.Token.WaitHandle.WaitOne(TimeSpan.FromSeconds(10)));
    }

    private sealed class HandClock : TimeProvider
    {
        private TimeSpan now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(TimeSpan time) => now += time;

        public override long GetTimestamp() => now.Ticks;
    }
}

using System.Diagnostics;
using Sci.Bench.Native;

namespace Sci.Bench;

/// <summary>Times two programs of the same work in turn, so that what disturbs one disturbs the other.</summary>
internal static class Turns
{
    private const int Count = 15;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    /// <param name="work">Name of the row.</param>
    /// <param name="ours">Our program.</param>
    /// <param name="reference">The other one.</param>
    /// <param name="units">How many units of work both do.</param>
    public static Row Measure(string work, Action ours, Action reference, double units)
    {
        var times = new (double Ours, double Reference)[Count];
        // Long enough for the runtime to compile for good what it has only compiled quickly.
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < WarmUp;)
        {
            ours();
            reference();
        }

        for (var turn = 0; turn < Count; turn++)
        {
            times[turn] = (Microseconds(ours) / units, Microseconds(reference) / units);
        }

        return new Row(
            work, Median(times.Select(t => t.Ours)), Median(times.Select(t => t.Reference)),
            Median(times.Select(t => t.Ours / t.Reference)), "us");
    }

    /// <summary>Times a program that nothing stands beside.</summary>
    public static Row Alone(string work, Action ours)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < WarmUp;)
        {
            ours();
        }

        return new Row(work, Median(Enumerable.Range(0, Count).Select(_ => Microseconds(ours))), null, null, "us");
    }

    /// <summary>Times a program beside one that tells its own time, a few turns of it.</summary>
    /// <param name="work">Name of the row.</param>
    /// <param name="ours">Our program.</param>
    /// <param name="units">How many units of work it does.</param>
    /// <param name="reference">Runs the other one; its microseconds a unit.</param>
    public static Row Beside(string work, Action ours, double units, Func<double> reference)
    {
        Alone(work, ours);
        var times = Enumerable.Range(0, 5).Select(_ => (Ours: Microseconds(ours) / units, Reference: reference()))
            .ToArray();
        return new Row(
            work, Median(times.Select(t => t.Ours)), Median(times.Select(t => t.Reference)),
            Median(times.Select(t => t.Ours / t.Reference)), "us");
    }

    /// <summary>The same by the clock, for programs of several threads.</summary>
    public static Row ByClock(string work, Action ours, Action reference, double units)
    {
        var times = new (double Ours, double Reference)[Count];
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < WarmUp;)
        {
            ours();
            reference();
        }

        for (var turn = 0; turn < Count; turn++)
        {
            var start = Stopwatch.GetTimestamp();
            ours();
            var middle = Stopwatch.GetTimestamp();
            reference();
            var end = Stopwatch.GetTimestamp();
            times[turn] = (Stopwatch.GetElapsedTime(start, middle).TotalMicroseconds / units,
                Stopwatch.GetElapsedTime(middle, end).TotalMicroseconds / units);
        }

        return new Row(
            work, Median(times.Select(t => t.Ours)), Median(times.Select(t => t.Reference)),
            Median(times.Select(t => t.Ours / t.Reference)), "us");
    }

    private static double Microseconds(Action program)
    {
        var start = KsReference.CpuSeconds();
        program();
        return 1e6 * (KsReference.CpuSeconds() - start);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}

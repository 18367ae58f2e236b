using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>Noisy snapshots of one stretch of the true trajectory, all at the same points.</summary>
public sealed class Window
{
    private readonly double[] times;

    /// <summary>Takes snapshots at equally spaced points that start at the grid's first, and their times.</summary>
    /// <param name="observed">The snapshots, shape [times, points], in the units of the state.</param>
    /// <param name="times">When each was taken, rising, in the model's unit of time; two at least.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or the times do not rise.</exception>
    public Window(States observed, IReadOnlyList<double> times)
        : this(observed, times, null)
    {
    }

    /// <summary>Takes snapshots at points anywhere, and their times.</summary>
    /// <param name="observed">The snapshots, shape [times, points], in the units of the state.</param>
    /// <param name="times">When each was taken, rising, in the model's unit of time; two at least.</param>
    /// <param name="positions">Where the points are, as parts of the period from the grid's first point; null if
    /// equally spaced.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or the times do not rise.</exception>
    public Window(States observed, IReadOnlyList<double> times, IReadOnlyList<double>? positions)
    {
        ArgumentNullException.ThrowIfNull(observed);
        ArgumentNullException.ThrowIfNull(times);
        if (times.Count != observed.Count || times.Count < 2)
        {
            throw new ArgumentException(
                "A window needs two snapshots or more and a time for each; it has "
                + $"{observed.Count} and {times.Count} times.",
                nameof(times));
        }

        for (var i = 1; i < times.Count; i++)
        {
            if (!(times[i] > times[i - 1]))
            {
                throw new ArgumentException(
                    $"The times of a window must rise; number {i} is {times[i]} after {times[i - 1]}.", nameof(times));
            }
        }

        if (positions is not null && positions.Count != observed.Size)
        {
            throw new ArgumentException(
                $"Snapshots of {observed.Size} points need as many positions, not {positions.Count}.",
                nameof(positions));
        }

        Positions = positions;
        Observed = observed;
        this.times = [.. times];
    }

    /// <summary>The snapshots, shape [times, points].</summary>
    public States Observed { get; }

    /// <summary>When each was taken.</summary>
    public IReadOnlyList<double> Times => times;

    /// <summary>
    /// Where the points are, as parts of the period from the grid's first point; null if equally spaced.
    /// </summary>
    public IReadOnlyList<double>? Positions { get; }

    /// <summary>Time from the first to the last snapshot.</summary>
    public double Length => times[^1] - times[0];

    /// <summary>Number of points of a snapshot.</summary>
    public int Points => Observed.Size;

    /// <summary>Windows of <paramref name="snapshots"/> each that share their ends; the last may be shorter.</summary>
    public IEnumerable<Window> Split(int snapshots)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(snapshots, 2);
        for (var first = 0; first < times.Length - 1; first += snapshots - 1)
        {
            var count = Math.Min(snapshots, times.Length - first);
            yield return new Window(Observed.Slice(first, count), times[first..(first + count)], Positions);
        }
    }
}

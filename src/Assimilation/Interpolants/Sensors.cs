using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation;

/// <summary>The points of a periodic box at which its fields are seen: the same for all fields and at all
/// times.</summary>
/// <remarks>Readings of a snapshot hold its first field at all sensors, then its second, and so on.</remarks>
public sealed class Sensors
{
    private readonly int[] seen;
    private readonly int[] missing;

    /// <summary>Sensors at the given points.</summary>
    /// <exception cref="ArgumentException">A point is not on the grid, or comes twice; the grid has walls.</exception>
    public Sensors(Grid grid, IEnumerable<int> points)
    {
        ArgumentNullException.ThrowIfNull(grid);
        if (grid.HasWalls)
        {
            throw new ArgumentException("Interpolants are for periodic boxes, not for channels.", nameof(grid));
        }

        Grid = grid;
        seen = [.. points.Order()];
        if (seen.Length == 0 || seen[0] < 0 || seen[^1] >= grid.Points || seen.Distinct().Count() != seen.Length)
        {
            throw new ArgumentException($"Sensors are different points of a grid of {grid.Points}, one at least.",
                nameof(points));
        }

        missing = [.. Enumerable.Range(0, grid.Points).Except(seen)];
    }

    /// <summary>The box.</summary>
    public Grid Grid { get; }

    /// <summary>Indices of the points with a sensor, ascending.</summary>
    public IReadOnlyList<int> Points => seen;

    /// <summary>Indices of the others.</summary>
    public IReadOnlyList<int> Missing => missing;

    /// <summary>The same, for loops.</summary>
    internal ReadOnlySpan<int> Gaps => missing;

    /// <summary>Sensors over points.</summary>
    public double Ratio => (double)seen.Length / Grid.Points;

    /// <summary>The given part of all points, drawn without replacement.</summary>
    public static Sensors Random(Grid grid, double ratio, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(random);
        if (!(ratio is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(ratio), ratio,
                "The part of the points that is seen lies above 0 and not above 1.");
        }

        int[] points = [.. Enumerable.Range(0, grid.Points)];
        random.Shuffle<int>(points);
        return new Sensors(grid, points.Take(Math.Max(1, (int)(ratio * grid.Points))));
    }

    /// <summary>The readings of snapshots, shape [snapshots, fields·points] to [snapshots, fields·sensors].</summary>
    public States Read(States fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var count = fields.Size / Grid.Points;
        var readings = new States(fields.Count, count * seen.Length);
        for (var row = 0; row < fields.Count; row++)
        {
            for (var field = 0; field < count; field++)
            {
                for (var i = 0; i < seen.Length; i++)
                {
                    readings[row][(field * seen.Length) + i] = fields[row][(field * Grid.Points) + seen[i]];
                }
            }
        }

        return readings;
    }
}

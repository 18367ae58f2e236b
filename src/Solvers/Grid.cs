namespace Sci.Solvers;

/// <summary>
/// A periodic box, or a channel between walls: its axes, slowest first (<c>y, x</c> in two dimensions).
/// </summary>
/// <remarks>
/// A field on the grid is a row of <see cref="Points"/> values; several fields of a state follow one another.
/// </remarks>
public sealed class Grid
{
    private readonly Axis[] axes;

    /// <summary>Takes the axes as they are.</summary>
    /// <exception cref="ArgumentException">An axis has no points, no positive finite length, or another's name, or
    /// one has walls that is not the slower of two.</exception>
    public Grid(params Axis[] axes)
    {
        ArgumentNullException.ThrowIfNull(axes);
        if (axes.Length == 0)
        {
            throw new ArgumentException("A grid needs at least one axis.", nameof(axes));
        }

        foreach (var axis in axes)
        {
            if (axis.Points < 1 || !(axis.Length > 0) || !double.IsFinite(axis.Length))
            {
                throw new ArgumentException(
                    $"Axis {axis.Name} has {axis.Points} points over a length of {axis.Length}; both must be positive.",
                    nameof(axes));
            }
        }

        if (axes.DistinctBy(axis => axis.Name).Count() != axes.Length)
        {
            throw new ArgumentException("Two axes have the same name.", nameof(axes));
        }

        if (axes.Any(axis => axis.HasWalls) && !(axes is [{ HasWalls: true }, { HasWalls: false }]))
        {
            throw new ArgumentException(
                "Walls need two axes and bound the slower one: a channel along the other.", nameof(axes));
        }

        this.axes = [.. axes];
    }

    /// <summary>The axes, slowest first.</summary>
    public IReadOnlyList<Axis> Axes => axes;

    /// <summary>Number of axes.</summary>
    public int Dimensions => axes.Length;

    /// <summary>Number of points of the whole box.</summary>
    public int Points => axes.Aggregate(1, (product, axis) => product * axis.Points);

    /// <summary>Whether it is a channel: walls bound the slow axis.</summary>
    public bool HasWalls => axes[0].HasWalls;

    /// <summary>A periodic line of the given length from <paramref name="origin"/>, its axis named x.</summary>
    public static Grid Line(int points, double length, double origin = 0) => new(new Axis("x", points, length, origin));

    /// <summary>A doubly periodic box with axes y (slow) and x (fast), from the origin.</summary>
    public static Grid Box(int pointsY, int pointsX, double lengthY, double lengthX) =>
        new(new Axis("y", pointsY, lengthY, 0), new Axis("x", pointsX, lengthX, 0));

    /// <summary>
    /// A channel of the given width about y = 0 and of the given period along x: points half a spacing from the walls.
    /// </summary>
    /// <remarks>
    /// Deviations from the mean along x vanish at the walls (sines in y), slopes in y of the means do (cosines). For a
    /// stream function: no flow through the walls, and the mean velocity along them stays as it was, which is what
    /// momentum asks for there; Phillips (1954), doi:10.1111/j.2153-3490.1954.tb01123.x.
    /// </remarks>
    public static Grid Channel(int pointsY, int pointsX, double width, double length)
    {
        var spacing = width / pointsY;
        return new(
            new Axis("y", pointsY, width, (spacing - width) / 2) { HasWalls = true },
            new Axis("x", pointsX, length, 0));
    }
}

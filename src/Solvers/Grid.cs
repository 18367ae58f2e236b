namespace Sci.Solvers;

/// <summary>A periodic box: its axes, slowest first (<c>y, x</c> in two dimensions).</summary>
/// <remarks>
/// A field on the grid is a row of <see cref="Points"/> values; several fields of a state follow one another.
/// </remarks>
public sealed class Grid
{
    private readonly Axis[] axes;

    /// <summary>Takes the axes as they are.</summary>
    /// <exception cref="ArgumentException">An axis has no points, no positive finite length, or another's
    /// name.</exception>
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

        this.axes = [.. axes];
    }

    /// <summary>The axes, slowest first.</summary>
    public IReadOnlyList<Axis> Axes => axes;

    /// <summary>Number of axes.</summary>
    public int Dimensions => axes.Length;

    /// <summary>Number of points of the whole box.</summary>
    public int Points => axes.Aggregate(1, (product, axis) => product * axis.Points);

    /// <summary>A periodic line of the given length from <paramref name="origin"/>, its axis named x.</summary>
    public static Grid Line(int points, double length, double origin = 0) => new(new Axis("x", points, length, origin));

    /// <summary>A doubly periodic box with axes y (slow) and x (fast), from the origin.</summary>
    public static Grid Box(int pointsY, int pointsX, double lengthY, double lengthX) =>
        new(new Axis("y", pointsY, lengthY, 0), new Axis("x", pointsX, lengthX, 0));
}

using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation;

/// <summary>Coordinates of points and distances between them in a periodic box.</summary>
public static class Places
{
    /// <summary>Coordinates of the listed values of a state on a grid, shape [count, dimensions].</summary>
    public static States Of(Grid grid, IEnumerable<int> indices)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(indices);
        var list = indices.ToArray();
        var places = new States(list.Length, grid.Dimensions);
        for (var i = 0; i < list.Length; i++)
        {
            var rest = list[i];
            for (var d = grid.Dimensions - 1; d >= 0; d--)
            {
                places[i][d] = grid.Axes[d].Coordinate(rest % grid.Axes[d].Points);
                rest /= grid.Axes[d].Points;
            }
        }

        return places;
    }

    /// <summary>
    /// Shortest distance between two points, through the periodic box where it has no walls, in the model's unit of
    /// length.
    /// </summary>
    public static double Distance(Grid grid, ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var sum = 0.0;
        for (var d = 0; d < grid.Dimensions; d++)
        {
            var gap = a[d] - b[d];
            gap = grid.Axes[d].HasWalls ? gap : Math.IEEERemainder(gap, grid.Axes[d].Length);
            sum += gap * gap;
        }

        return Math.Sqrt(sum);
    }
}

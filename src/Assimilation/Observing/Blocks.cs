using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation;

/// <summary>Means over blocks of grid points.</summary>
public static class Blocks
{
    /// <summary>
    /// Means of a field over blocks of <paramref name="length"/> points along each axis, and the blocks' centres.
    /// </summary>
    /// <param name="grid">The grid of the field, which is the whole state.</param>
    /// <param name="length">Divides the points of every axis.</param>
    /// <returns>The operator, and coordinates on the grid's axes, shape [blocks, dimensions].</returns>
    public static (WeightedSums Means, States Places) Of(Grid grid, int length)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        foreach (var axis in grid.Axes)
        {
            if (axis.Points % length != 0)
            {
                throw new ArgumentException(
                    $"Blocks of {length} do not divide the {axis.Points} points of axis {axis.Name}.", nameof(length));
            }
        }

        int[] extents = [.. Enumerable.Repeat(length, grid.Dimensions)];
        var inside = Corners(extents);
        int[][] blocks = [.. Corners([.. grid.Axes.Select(axis => axis.Points / length)])];
        var weight = 1 / Math.Pow(length, grid.Dimensions);
        var places = new States(blocks.Length, grid.Dimensions);
        for (var i = 0; i < blocks.Length; i++)
        {
            for (var d = 0; d < grid.Dimensions; d++)
            {
                places[i][d] =
                    grid.Axes[d].Coordinate(blocks[i][d] * length) + (grid.Axes[d].Spacing * (length - 1) / 2);
            }
        }

        return (new WeightedSums(grid.Points, [.. blocks.Select(block => inside
            .Select(point => (Index(grid, block, point, length), weight)).ToArray())]), places);
    }

    private static int Index(Grid grid, int[] block, int[] point, int length)
    {
        var index = 0;
        for (var d = 0; d < point.Length; d++)
        {
            index = (index * grid.Axes[d].Points) + (block[d] * length) + point[d];
        }

        return index;
    }

    // All tuples of whole numbers below the extents, the last one fastest.
    private static IEnumerable<int[]> Corners(int[] extents) => extents.Aggregate(
        (IEnumerable<int[]>)[[]],
        (tuples, extent) => tuples.SelectMany(tuple => Enumerable.Range(0, extent).Select(i => (int[])[.. tuple, i])));
}

using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation;

/// <summary>Values of a field between its grid points, as weighted sums.</summary>
public static class Interpolation
{
    /// <summary>Exact for every trigonometric polynomial that the grid resolves; uses all points.</summary>
    /// <param name="grid">The grid of the field, which is the whole state.</param>
    /// <param name="places">Coordinates on the grid's axes, shape [count, dimensions].</param>
    public static WeightedSums Spectral(Grid grid, States places) => Build(grid, places, TrigonometricWeights);

    /// <summary>Of fourth order in the spacing; uses four points an axis (Lagrange's cubic).</summary>
    /// <param name="grid">The grid of the field, which is the whole state.</param>
    /// <param name="places">Coordinates on the grid's axes, shape [count, dimensions].</param>
    public static WeightedSums Cubic(Grid grid, States places) => Build(grid, places, CubicWeights);

    private static WeightedSums Build(Grid grid, States places, Func<Axis, double, (int, double)[]> weights)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(places);
        if (places.Size != grid.Dimensions)
        {
            throw new ArgumentException(
                $"A place on this grid has {grid.Dimensions} coordinates, not {places.Size}.", nameof(places));
        }

        var rows = new IReadOnlyList<(int, double)>[places.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            (int Index, double Weight)[] entries = [(0, 1.0)];
            for (var d = 0; d < grid.Dimensions; d++)
            {
                var axis = grid.Axes[d];
                var along = weights(axis, places[i][d]);
                entries = [.. entries.SelectMany(entry => along.Select(next =>
                    ((entry.Index * axis.Points) + next.Item1, entry.Weight * next.Item2)))];
            }

            rows[i] = entries;
        }

        return new WeightedSums(grid.Points, rows);
    }

    // Trefethen (2000), Spectral Methods in MATLAB, chapter 3: the periodic sinc; the highest cosine of an even grid is halved.
    private static (int, double)[] TrigonometricWeights(Axis axis, double x)
    {
        var n = axis.Points;
        var weights = new (int, double)[n];
        for (var i = 0; i < n; i++)
        {
            var angle = Math.PI * (x - axis.Coordinate(i)) / axis.Length;
            var sum = n % 2 == 0 ? 1 + Math.Cos(n * angle) : 1;
            for (var k = 1; 2 * k < n; k++)
            {
                sum += 2 * Math.Cos(2 * k * angle);
            }

            weights[i] = (i, sum / n);
        }

        return weights;
    }

    private static (int, double)[] CubicWeights(Axis axis, double x)
    {
        var position = (x - axis.Origin) / axis.Spacing;
        var cell = (int)Math.Floor(position);
        var s = position - cell;
        double[] weights =
        [
            -s * (s - 1) * (s - 2) / 6,
            (s + 1) * (s - 1) * (s - 2) / 2,
            -(s + 1) * s * (s - 2) / 2,
            (s + 1) * s * (s - 1) / 6,
        ];
        return [.. weights.Select((weight, i) => ((((cell - 1 + i) % axis.Points) + axis.Points) % axis.Points, weight))];
    }
}

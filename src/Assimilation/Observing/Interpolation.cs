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

    /// <summary>
    /// The periodic cubic spline through all points: of fourth order in the spacing, twice continuously differentiable.
    /// </summary>
    /// <param name="grid">The grid of the field, which is the whole state.</param>
    /// <param name="places">Coordinates on the grid's axes, shape [count, dimensions].</param>
    public static WeightedSums Spline(Grid grid, States places) => Build(grid, places, SplineWeights);

    private static WeightedSums Build(Grid grid, States places, Func<Axis, double, (int, double)[]> weights)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(places);
        if (grid.HasWalls)
        {
            throw new ArgumentException(
                "Between walls fields are observed at the grid's points; interpolation takes them for periodic.",
                nameof(grid));
        }

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

    // Trefethen (2000), Spectral Methods in MATLAB, chapter 3: the periodic sinc; the highest cosine of an even grid is
    // halved.
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
        return [.. weights.Select(
            (weight, i) => ((((cell - 1 + i) % axis.Points) + axis.Points) % axis.Points, weight))];
    }

    // Four B-splines at x, each a sum of the values with the inverse of the filter (1, 4, 1)/6, which is √3 zᵏ with
    // z = √3 - 2 (Unser, 1999, doi:10.1109/79.799930), wrapped around the period.
    private static (int, double)[] SplineWeights(Axis axis, double x)
    {
        var n = axis.Points;
        var position = (x - axis.Origin) / axis.Spacing;
        var cell = (int)Math.Floor(position);
        var s = position - cell;
        double[] splines =
        [
            (1 - s) * (1 - s) * (1 - s) / 6,
            (4 - (6 * s * s) + (3 * s * s * s)) / 6,
            (1 + (3 * s) + (3 * s * s) - (3 * s * s * s)) / 6,
            s * s * s / 6,
        ];
        var weights = new double[n];
        for (var i = 0; i < n; i++)
        {
            for (var b = 0; b < splines.Length; b++)
            {
                weights[i] += splines[b] * SplineResponse(((((i - cell + 1 - b) % n) + n) % n), n);
            }
        }

        return [.. weights.Index().Where(weight => Math.Abs(weight.Item) > 1e-17)];
    }

    private static double SplineResponse(int k, int n)
    {
        var z = Math.Sqrt(3) - 2;
        return Math.Sqrt(3) * (Math.Pow(z, k) + Math.Pow(z, n - k)) / (1 - Math.Pow(z, n));
    }
}

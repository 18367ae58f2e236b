using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation;

/// <summary>Cubic radial functions r³ with a linear polynomial through the nearest sensors of each missing
/// point.</summary>
/// <remarks>What users of scattered data try first (SciPy's RBFInterpolator with neighbours); distances are
/// periodic.</remarks>
/// <param name="Neighbours">Sensors that a missing point is computed from.</param>
public sealed record LocalCubic(int Neighbours) : IInterpolant
{
    /// <inheritdoc/>
    public States Interpolate(Sensors sensors, States readings)
    {
        ArgumentNullException.ThrowIfNull(sensors);
        ArgumentNullException.ThrowIfNull(readings);
        var (points, seen) = (sensors.Grid.Points, sensors.Points.Count);
        var count = readings.Size / seen;
        var result = new States(readings.Count, count * points);
        var number = Enumerable.Repeat(-1, points).ToArray();
        for (var i = 0; i < seen; i++)
        {
            number[sensors.Points[i]] = i;
        }

        Workers.For(points, point =>
        {
            var (neighbours, weights) = number[point] >= 0 ? ([number[point]], [1.0]) : Weights(sensors, number, point);
            for (var row = 0; row < readings.Count; row++)
            {
                for (var field = 0; field < count; field++)
                {
                    var sum = 0.0;
                    for (var i = 0; i < neighbours.Length; i++)
                    {
                        sum += weights[i] * readings[row][(field * seen) + neighbours[i]];
                    }

                    result[row][(field * points) + point] = sum;
                }
            }
        });
        return result;
    }

    // The weights of the neighbours' readings: one solve of the transposed system with the point's own distances.
    private (int[] Neighbours, double[] Weights) Weights(Sensors sensors, int[] number, int point)
    {
        var near = Nearest(sensors.Grid, number, point);
        var n = near.Length;
        var matrix = new double[n + 3, n + 4];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                matrix[i, j] = Cube(near[i].Y - near[j].Y, near[i].X - near[j].X);
            }

            (matrix[i, n], matrix[i, n + 1], matrix[i, n + 2]) = (1, near[i].Y, near[i].X);
            (matrix[n, i], matrix[n + 1, i], matrix[n + 2, i]) = (1, near[i].Y, near[i].X);
            matrix[i, n + 3] = Cube(near[i].Y, near[i].X);
        }

        matrix[n, n + 3] = 1;
        LinearSystem.Solve(matrix);
        return ([.. near.Select(sensor => sensor.Number)], [.. Enumerable.Range(0, n).Select(i => matrix[i, n + 3])]);
    }

    private static double Cube(double y, double x) => Math.Pow((y * y) + (x * x), 1.5);

    // The nearest sensors with their offsets, found in growing rectangles.
    private (int Number, double Y, double X)[] Nearest(Grid grid, int[] number, int point)
    {
        var (y, x) = (grid.Axes[0], grid.Axes[1]);
        var (row, column) = (point / x.Points, point % x.Points);
        for (var reach = 2; ; reach++)
        {
            var found = new List<(int Number, double Y, double X)>();
            var (high, wide) = (Math.Min(reach, (y.Points - 1) / 2),
                Math.Min((int)Math.Ceiling(reach * y.Spacing / x.Spacing), (x.Points - 1) / 2));
            for (var j = -high; j <= high; j++)
            {
                for (var i = -wide; i <= wide; i++)
                {
                    var line = (row + j + y.Points) % y.Points * x.Points;
                    var sensor = number[line + ((column + i + x.Points) % x.Points)];
                    if (sensor >= 0)
                    {
                        found.Add((sensor, j * y.Spacing, i * x.Spacing));
                    }
                }
            }

            var limit = reach * y.Spacing;
            var near = found.Where(sensor => Math.Sqrt((sensor.Y * sensor.Y) + (sensor.X * sensor.X)) <= limit)
                .ToArray();
            if (near.Length >= Neighbours || (2 * reach >= y.Points && near.Length >= 3))
            {
                return [.. near.OrderBy(sensor => (sensor.Y * sensor.Y) + (sensor.X * sensor.X)).Take(Neighbours)];
            }
        }
    }
}

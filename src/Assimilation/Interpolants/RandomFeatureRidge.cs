using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>Ridge regression on random Fourier features cos(ω·x + φ), ω normal: the last layer of the authors' network
/// alone, in closed form.</summary>
/// <remarks>
/// Coordinates are scaled to [-π, π]², so that a frequency is a wavenumber of the box; ω = 2πB, B normal with the given
/// width. Rahimi and Recht (2007); one Cholesky factorisation serves all fields and snapshots.
/// </remarks>
/// <param name="Features">Number of features.</param>
/// <param name="Width">Standard deviation of B; the authors' σ.</param>
/// <param name="Ridge">Penalty on a squared weight, relative to the mean square of the features' products.</param>
/// <param name="Random">Draws the frequencies and phases.</param>
public sealed record RandomFeatureRidge(int Features, double Width, double Ridge, RandomSource Random) : IInterpolant
{
    private const int Block = 256;

    /// <inheritdoc/>
    public States Interpolate(Sensors sensors, States readings)
    {
        ArgumentNullException.ThrowIfNull(sensors);
        ArgumentNullException.ThrowIfNull(readings);
        var (points, seen) = (sensors.Grid.Points, sensors.Points.Count);
        var count = readings.Size / seen;
        var random = Random["features"];
        var waves = Enumerable.Range(0, Features)
            .Select(_ => (Y: 2 * Math.PI * Width * random.Normal(), X: 2 * Math.PI * Width * random.Normal(),
                Phase: 2 * Math.PI * random.Uniform()))
            .ToArray();
        var targets = readings.Count * count;
        var normal = new double[Features * Features];
        var weights = new double[Features * targets];
        Accumulate(sensors, readings, waves, normal, weights);
        var trace = Enumerable.Range(0, Features).Average(i => normal[(i * Features) + i]);
        for (var i = 0; i < Features; i++)
        {
            normal[(i * Features) + i] += Ridge * trace;
        }

        Blas.Cholesky(new MatrixSpan(normal, Features, Features));
        Blas.CholeskySolve(new MatrixSpan(normal, Features, Features), new MatrixSpan(weights, Features, targets));
        return Evaluate(sensors, readings, waves, weights, targets, points);
    }

    private void Accumulate(
        Sensors sensors, States readings, (double Y, double X, double Phase)[] waves, double[] normal, double[] moments)
    {
        var seen = sensors.Points.Count;
        var targets = moments.Length / Features;
        for (var first = 0; first < seen; first += Block)
        {
            var rows = Math.Min(Block, seen - first);
            var phi = Waves(sensors, waves, [.. sensors.Points.Skip(first).Take(rows)]);
            var y = new double[rows * targets];
            for (var i = 0; i < rows * targets; i++)
            {
                var (row, target) = (i / targets, i % targets);
                y[i] = readings.Values[(target * seen) + first + row];
            }

            var matrix = new MatrixSpan(phi, rows, Features);
            Blas.Syrk(1, matrix.T, 1, new MatrixSpan(normal, Features, Features));
            Blas.Gemm(1, matrix.T, new MatrixSpan(y, rows, targets), 1, new MatrixSpan(moments, Features, targets));
        }
    }

    private States Evaluate(
        Sensors sensors, States readings, (double Y, double X, double Phase)[] waves, double[] weights, int targets,
            int points)
    {
        var result = new States(readings.Count, targets / readings.Count * points);
        for (var first = 0; first < points; first += Block)
        {
            var rows = Math.Min(Block, points - first);
            var phi = Waves(sensors, waves, [.. Enumerable.Range(first, rows)]);
            var values = new double[rows * targets];
            Blas.Gemm(1, new MatrixSpan(phi, rows, Features), new MatrixSpan(weights, Features, targets), 0,
                new MatrixSpan(values, rows, targets));
            for (var i = 0; i < values.Length; i++)
            {
                result.Values[(i % targets * points) + first + (i / targets)] = values[i];
            }
        }

        return result;
    }

    // Shape [points, features].
    private double[] Waves(Sensors sensors, (double Y, double X, double Phase)[] waves, int[] points)
    {
        var (rows, columns) = (sensors.Grid.Axes[0].Points, sensors.Grid.Axes[1].Points);
        var phi = new double[points.Length * Features];
        Workers.For(points.Length, i =>
        {
            var y = (2 * Math.PI * (points[i] / columns) / rows) - Math.PI;
            var x = (2 * Math.PI * (points[i] % columns) / columns) - Math.PI;
            for (var j = 0; j < Features; j++)
            {
                phi[(i * Features) + j] = Math.Cos((waves[j].Y * y) + (waves[j].X * x) + waves[j].Phase);
            }
        });
        return phi;
    }
}

using System.Numerics;
using Sci.Numerics;
using Sci.Solvers;
using static System.Numerics.Tensors.TensorPrimitives;

namespace Sci.Assimilation;

/// <summary>The field of least Σ (K₀² + K²)ᵖ|ψ̂|² that has the readings at the sensors exactly; each field by
/// itself.</summary>
/// <remarks>
/// Conjugate gradients over the missing points alone, preconditioned by the exact inverses on overlapping tiles. A
/// linear map, so that what is wrong in the same way at two times cancels in their difference. The periodic spline of
/// order p.
/// </remarks>
/// <param name="Power">p; smooth fields bear 4 or 5.</param>
/// <param name="Floor">K₀², in 1/length²: below it all wavenumbers are alike.</param>
/// <param name="Tolerance">Preconditioned residual over the first one at which the iteration ends.</param>
/// <param name="MaximumIterations">Limit on the number of iterations.</param>
public sealed record MinimumEnergyFill(double Power, double Floor, double Tolerance, int MaximumIterations)
    : IInterpolant
{
    /// <inheritdoc/>
    public States Interpolate(Sensors sensors, States readings)
    {
        ArgumentNullException.ThrowIfNull(sensors);
        ArgumentNullException.ThrowIfNull(readings);
        var (points, seen) = (sensors.Grid.Points, sensors.Points.Count);
        var count = readings.Size / seen;
        var result = new States(readings.Count, count * points);
        var energy = Energy(sensors.Grid);
        var inverse = new TiledEnergy(sensors, Kernel(sensors.Grid, energy));
        Workers.For(readings.Count * count, job =>
        {
            var (row, field) = (job / count, job % count);
            var work = new Work(sensors, energy, inverse);
            work.Fill(readings[row].Slice(field * seen, seen), result[row].Slice(field * points, points), Tolerance,
                MaximumIterations);
        });
        return result;
    }

    private double[] Energy(Grid grid) =>
        [.. SpectralGrid.Squares(grid).Select(square => Math.Pow(Floor + square, Power))];

    private static double[] Kernel(Grid grid, double[] energy)
    {
        var kernel = new double[grid.Points];
        SpectralGrid.Plan(grid).Inverse([.. energy.Select(value => (Complex)value)], kernel);
        return kernel;
    }

    // The quadratic form on the missing points: fields in, fields out.
    private sealed class Work(Sensors sensors, double[] energy, TiledEnergy inverse)
    {
        private readonly RealFft2 fft = SpectralGrid.Plan(sensors.Grid);
        private readonly Complex[] modes = new Complex[energy.Length];
        private readonly double[] field = new double[sensors.Grid.Points];

        public void Fill(ReadOnlySpan<double> readings, Span<double> result, double tolerance, int most)
        {
            var n = sensors.Gaps.Length;
            double[] x = new double[n], r = new double[n], z = new double[n], ap = new double[n];
            Start(readings, result, r);
            inverse.Apply(r, z);
            var p = (double[])z.Clone();
            double rz = Dot<double>(r, z), end = tolerance * tolerance * rz;
            for (var iteration = 0; iteration < most && rz > end; iteration++)
            {
                Multiply(p, ap);
                var alpha = rz / Dot<double>(p, ap);
                MultiplyAdd(p, alpha, x, x);
                MultiplyAdd(ap, -alpha, r, r);
                inverse.Apply(r, z);
                var next = Dot<double>(r, z);
                MultiplyAdd(p, next / rz, z, p);
                rz = next;
            }

            Scatter(x, result);
        }

        // Readings into the field, and what they pull at the missing points.
        private void Start(ReadOnlySpan<double> readings, Span<double> result, Span<double> pull)
        {
            for (var i = 0; i < readings.Length; i++)
            {
                result[sensors.Points[i]] = readings[i];
            }

            result.CopyTo(field);
            Apply();
            for (var i = 0; i < pull.Length; i++)
            {
                pull[i] = -field[sensors.Gaps[i]];
            }
        }

        private void Multiply(ReadOnlySpan<double> values, Span<double> product)
        {
            field.AsSpan().Clear();
            Scatter(values, field);
            Apply();
            for (var i = 0; i < product.Length; i++)
            {
                product[i] = field[sensors.Gaps[i]];
            }
        }

        private void Scatter(ReadOnlySpan<double> values, Span<double> target)
        {
            for (var i = 0; i < values.Length; i++)
            {
                target[sensors.Gaps[i]] = values[i];
            }
        }

        private void Apply()
        {
            fft.Forward(field, modes);
            for (var mode = 0; mode < modes.Length; mode++)
            {
                modes[mode] *= energy[mode];
            }

            fft.Inverse(modes, field);
        }
    }
}

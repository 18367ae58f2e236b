using System.Numerics;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>The posterior mean of two fields together under a homogeneous Gaussian prior, for sensors that stay where
/// they are.</summary>
/// <remarks>
/// ψ = CHᵀ(HCHᵀ + R)⁻¹y, factorised once: (2·sensors)² numbers of memory, a cube of operations, then little for each
/// snapshot. What <see cref="SpectralKriging"/> iterates for; where sensors are few its iteration is slow and this is
/// quick, and a cycle of analyses needs the factor only once.
/// </remarks>
public sealed class DirectKriging : IInterpolant
{
    private readonly Sensors sensors;
    private readonly RealFft2 fft;
    private readonly double[][] spectra;
    private readonly double[] factor;

    /// <summary>Factorises the covariance of the readings.</summary>
    /// <param name="sensors">Where is read.</param>
    /// <param name="prior">Covariance of the fields' modes.</param>
    /// <param name="noise">Standard deviation of the readings of each field, above 0.</param>
    public DirectKriging(Sensors sensors, FlowSpectrum prior, (double First, double Second) noise)
    {
        ArgumentNullException.ThrowIfNull(sensors);
        ArgumentNullException.ThrowIfNull(prior);
        this.sensors = sensors;
        fft = SpectralGrid.Plan(sensors.Grid);
        spectra = Spectra(sensors, prior);
        factor = Covariance(noise);
        Blas.Cholesky(new MatrixSpan(factor, Size, Size));
    }

    private int Size => 2 * sensors.Points.Count;

    /// <inheritdoc/>
    public States Interpolate(Sensors sensors, States readings)
    {
        ArgumentNullException.ThrowIfNull(sensors);
        ArgumentNullException.ThrowIfNull(readings);
        if (!ReferenceEquals(sensors, this.sensors))
        {
            throw new ArgumentException("The covariance was factorised for other sensors.", nameof(sensors));
        }

        var weights = new double[Size * readings.Count];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = readings[i % readings.Count][i / readings.Count];
        }

        Blas.CholeskySolve(new MatrixSpan(factor, Size, Size), new MatrixSpan(weights, Size, readings.Count));
        var fields = new States(readings.Count, 2 * fft.Points);
        Workers.For(readings.Count, row => Spread(weights, row, readings.Count, fields[row]));
        return fields;
    }

    private static double[][] Spectra(Sensors sensors, FlowSpectrum prior)
    {
        var squares = SpectralGrid.Squares(sensors.Grid);
        double[][] spectra = [.. Enumerable.Range(0, 3).Select(_ => new double[squares.Length])];
        for (var mode = 0; mode < squares.Length; mode++)
        {
            (spectra[0][mode], spectra[1][mode], spectra[2][mode]) =
                prior.At(Math.Sqrt(squares[mode]), FlowSpectrum.IsZonal(sensors.Grid, mode));
        }

        return spectra;
    }

    // HCHᵀ + R; homogeneous covariances are looked up by the distance along y and x.
    private double[] Covariance((double First, double Second) noise)
    {
        double[][] lags = [.. spectra.Select(spectrum =>
        {
            var lag = new double[fft.Points];
            fft.Inverse([.. spectrum.Select(value => (Complex)value)], lag);
            return lag;
        })];
        var (n, size, ny, nx) = (sensors.Points.Count, Size, fft.PointsY, fft.PointsX);
        var covariance = new double[size * size];
        Workers.For(n, i =>
        {
            for (var j = 0; j < n; j++)
            {
                var (from, to) = (sensors.Points[i], sensors.Points[j]);
                var lag = (((from / nx) - (to / nx) + ny) % ny * nx) + (((from % nx) - (to % nx) + nx) % nx);
                covariance[(i * size) + j] = lags[0][lag];
                covariance[(i * size) + n + j] = covariance[((n + i) * size) + j] = lags[1][lag];
                covariance[((n + i) * size) + n + j] = lags[2][lag];
            }

            covariance[(i * size) + i] += noise.First * noise.First;
            covariance[((n + i) * size) + n + i] += noise.Second * noise.Second;
        });
        return covariance;
    }

    // CHᵀw of one snapshot.
    private void Spread(double[] weights, int row, int rows, Span<double> fields)
    {
        var n = sensors.Points.Count;
        var modes = new Complex[2][];
        for (var f = 0; f < 2; f++)
        {
            var field = fields.Slice(f * fft.Points, fft.Points);
            field.Clear();
            for (var i = 0; i < n; i++)
            {
                field[sensors.Points[i]] = weights[(((f * n) + i) * rows) + row];
            }

            fft.Forward(field, modes[f] = new Complex[fft.Modes]);
        }

        for (var mode = 0; mode < fft.Modes; mode++)
        {
            var (a, b) = (modes[0][mode], modes[1][mode]);
            modes[0][mode] = (spectra[0][mode] * a) + (spectra[1][mode] * b);
            modes[1][mode] = (spectra[1][mode] * a) + (spectra[2][mode] * b);
        }

        for (var f = 0; f < 2; f++)
        {
            fft.Inverse(modes[f], fields.Slice(f * fft.Points, fft.Points));
        }
    }
}

using System.Numerics;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>P⁻¹ + HᵀH/σ² on the modes of two fields, with its memory; modes are divided by the root of the
/// points.</summary>
internal sealed class KrigingSystem
{
    private readonly Sensors sensors;
    private readonly RealFft2 fft;
    private readonly double[] weights;
    private readonly double[][] precision;
    private readonly double[][] preconditioner;
    private readonly double[] inverseNoise;
    private readonly double scale;
    private readonly double[] field;
    private readonly Complex[] modes;

    public KrigingSystem(Sensors sensors, FlowSpectrum prior, (double First, double Second) noise)
    {
        this.sensors = sensors;
        fft = SpectralGrid.Plan(sensors.Grid);
        weights = SpectralGrid.Weights(sensors.Grid);
        scale = Math.Sqrt(sensors.Grid.Points);
        inverseNoise = [1 / (noise.First * noise.First), 1 / (noise.Second * noise.Second)];
        precision = [.. Enumerable.Range(0, 3).Select(_ => new double[fft.Modes])];
        preconditioner = [.. Enumerable.Range(0, 3).Select(_ => new double[fft.Modes])];
        var squares = SpectralGrid.Squares(sensors.Grid);
        for (var mode = 0; mode < fft.Modes; mode++)
        {
            var (p11, p12, p22) = prior.At(Math.Sqrt(squares[mode]), FlowSpectrum.IsZonal(sensors.Grid, mode));
            Put(precision, mode, Inverse(p11, p12, p22));
            Put(preconditioner, mode, Inverse(
                precision[0][mode] + (sensors.Ratio * inverseNoise[0]),
                precision[1][mode],
                precision[2][mode] + (sensors.Ratio * inverseNoise[1])));
        }

        field = new double[fft.Points];
        modes = new Complex[fft.Modes];
    }

    public int Size => 2 * fft.Modes;

    /// <summary>Hᵀy/σ².</summary>
    public void Adjoint(ReadOnlySpan<double> readings, Span<Complex> result)
    {
        var seen = sensors.Points.Count;
        for (var f = 0; f < 2; f++)
        {
            field.AsSpan().Clear();
            for (var i = 0; i < seen; i++)
            {
                field[sensors.Points[i]] = inverseNoise[f] * readings[(f * seen) + i];
            }

            Forward(result.Slice(f * fft.Modes, fft.Modes));
        }
    }

    public void Apply(ReadOnlySpan<Complex> x, Span<Complex> result)
    {
        for (var f = 0; f < 2; f++)
        {
            Inverse(x.Slice(f * fft.Modes, fft.Modes));
            foreach (var missing in sensors.Gaps)
            {
                field[missing] = 0;
            }

            System.Numerics.Tensors.TensorPrimitives.Multiply(field, inverseNoise[f], field);
            Forward(result.Slice(f * fft.Modes, fft.Modes));
        }

        AddProduct(precision, x, result);
    }

    public void Precondition(ReadOnlySpan<Complex> x, Span<Complex> result)
    {
        result.Clear();
        AddProduct(preconditioner, x, result);
    }

    /// <summary>Inner product of the fields that the modes are of.</summary>
    public double Dot(ReadOnlySpan<Complex> a, ReadOnlySpan<Complex> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += weights[i % fft.Modes] * ((a[i].Real * b[i].Real) + (a[i].Imaginary * b[i].Imaginary));
        }

        return sum;
    }

    /// <summary>The fields of the given modes.</summary>
    public void ToPoints(ReadOnlySpan<Complex> x, Span<double> result)
    {
        for (var f = 0; f < 2; f++)
        {
            Inverse(x.Slice(f * fft.Modes, fft.Modes));
            field.CopyTo(result[(f * fft.Points)..]);
        }
    }

    private void Forward(Span<Complex> result)
    {
        fft.Forward(field, result);
        for (var mode = 0; mode < result.Length; mode++)
        {
            result[mode] /= scale;
        }
    }

    private void Inverse(ReadOnlySpan<Complex> x)
    {
        for (var mode = 0; mode < x.Length; mode++)
        {
            modes[mode] = scale * x[mode];
        }

        fft.Inverse(modes, field);
    }

    private void AddProduct(double[][] matrix, ReadOnlySpan<Complex> x, Span<Complex> result)
    {
        var n = fft.Modes;
        for (var mode = 0; mode < n; mode++)
        {
            var (a, b) = (x[mode], x[n + mode]);
            result[mode] += (matrix[0][mode] * a) + (matrix[1][mode] * b);
            result[n + mode] += (matrix[1][mode] * a) + (matrix[2][mode] * b);
        }
    }

    private static void Put(double[][] matrix, int mode, (double, double, double) values) =>
        (matrix[0][mode], matrix[1][mode], matrix[2][mode]) = values;

    private static (double, double, double) Inverse(double a, double b, double c)
    {
        var determinant = (a * c) - (b * b);
        return (c / determinant, -b / determinant, a / determinant);
    }
}

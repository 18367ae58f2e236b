using System.Numerics;
using System.Numerics.Tensors;
using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>Reads from the spectrum of a series where the signal ends, and how strong the noise is.</summary>
internal static class SpectralCorner
{
    // Both wavenumbers above this many cycles a sample: nothing of a resolved signal is there.
    private const double Corner = 0.34;

    // Rows of a box from which its noise is read.
    private const int Rows = 16;

    /// <summary>The mode at which the cumulative amplitude along an axis bends, 1 … half the length.</summary>
    /// <param name="rows">Amplitudes are averaged over the rows; the axis runs along them, shape [rows, n].</param>
    public static int Bend(States rows)
    {
        var fft = RealFft.Of(rows.Size);
        var modes = new Complex[fft.Modes];
        var cumulative = new double[fft.Modes];
        for (var row = 0; row < rows.Count; row++)
        {
            fft.Forward(rows[row], modes);
            for (var k = 0; k < modes.Length; k++)
            {
                cumulative[k] += Math.Sqrt((modes[k].Real * modes[k].Real) + (modes[k].Imaginary * modes[k].Imaginary));
            }
        }

        // From the highest mode down, noise first: a straight line that bends where the signal begins.
        Array.Reverse(cumulative);
        for (var k = 1; k < cumulative.Length; k++)
        {
            cumulative[k] += cumulative[k - 1];
        }

        return Math.Max(1, cumulative.Length - 1 - TwoLines(cumulative));
    }

    /// <summary>
    /// Standard deviation of white noise in a field, where it is not known; in a box from its rows along x.
    /// </summary>
    public static double Noise(FieldSeries series, string field)
    {
        if (series.KnownNoise.TryGetValue(field, out var known))
        {
            return known;
        }

        var values = series[field];
        if (series.Grid.Dimensions == 1)
        {
            return Noise(values);
        }

        var (ny, nx) = (series.Grid.Axes[0].Points, series.Grid.Axes[1].Points);
        var rows = Enumerable.Range(0, Math.Min(ny, Rows)).Select(
            row => Noise(Row(values, row * ny / Math.Min(ny, Rows), nx)));
        return Math.Sqrt(rows.Average(deviation => deviation * deviation));
    }

    /// <summary>
    /// Standard deviation of white noise, from the median power in the corner of the spectrum in space and time.
    /// </summary>
    /// <remarks>
    /// |û|² of white noise is exponential, with median ln 2 times its mean. A Hann window keeps the ends from leaking.
    /// </remarks>
    public static double Noise(States field)
    {
        var fft = RealFft2.Of(field.Count, field.Size);
        var windowed = new double[field.Count * field.Size];
        double[] inTime = [.. Enumerable.Range(0, field.Count).Select(i => Hann(i, field.Count))];
        double[] inSpace = [.. Enumerable.Range(0, field.Size).Select(j => Hann(j, field.Size))];
        for (var i = 0; i < field.Count; i++)
        {
            var row = windowed.AsSpan(i * field.Size, field.Size);
            TensorPrimitives.Multiply(field[i], inSpace, row);
            TensorPrimitives.Multiply(row, inTime[i], row);
        }

        var modes = new Complex[fft.Modes];
        fft.Forward(windowed, modes);
        var power = inTime.Sum(weight => weight * weight) * inSpace.Sum(weight => weight * weight);
        var corner = Powers(modes, field);
        Array.Sort(corner);
        return corner.Length == 0 ? 0 : Math.Sqrt(corner[corner.Length / 2] / (Math.Log(2) * power));
    }

    private static double[] Powers(Complex[] modes, States field)
    {
        var width = (field.Size / 2) + 1;
        int[] rows = [.. Enumerable.Range(0, field.Count).Where(row => IsHigh(row, field.Count))];
        int[] columns = [.. Enumerable.Range(0, width).Where(column => IsHigh(column, field.Size))];
        var corner = new double[rows.Length * columns.Length];
        for (var at = 0; at < corner.Length; at++)
        {
            var mode = modes[(rows[at / columns.Length] * width) + columns[at % columns.Length]];
            corner[at] = (mode.Real * mode.Real) + (mode.Imaginary * mode.Imaginary);
        }

        return corner;
    }

    private static States Row(States values, int row, int nx)
    {
        var lines = new States(values.Count, nx);
        for (var time = 0; time < lines.Count; time++)
        {
            values[time].Slice(row * nx, nx).CopyTo(lines[time]);
        }

        return lines;
    }

    private static double Hann(int i, int n) => 0.5 - (0.5 * Math.Cos(2 * Math.PI * (i + 0.5) / n));

    private static bool IsHigh(int mode, int n) => n == 1 || Math.Min(mode, n - mode) > Corner * n;

    // The place where two least-squares lines, one on either side, fit best.
    private static int TwoLines(double[] y)
    {
        var (best, least) = (1, double.PositiveInfinity);
        for (var at = 1; at < y.Length - 1; at++)
        {
            var error = Misfit(y, 0, at) + Misfit(y, at, y.Length - 1);
            if (error < least)
            {
                (best, least) = (at, error);
            }
        }

        return best;
    }

    private static double Misfit(double[] y, int first, int last)
    {
        double n = last - first + 1, sx = 0, sy = 0, sxx = 0, sxy = 0, syy = 0;
        for (var i = first; i <= last; i++)
        {
            double x = i - first;
            (sx, sy, sxx, sxy, syy) = (sx + x, sy + y[i], sxx + (x * x), sxy + (x * y[i]), syy + (y[i] * y[i]));
        }

        var vxx = sxx - (sx * sx / n);
        var vxy = sxy - (sx * sy / n);
        var vyy = syy - (sy * sy / n);
        return vxx > 0 ? Math.Max(vyy - (vxy * vxy / vxx), 0) : 0;
    }
}

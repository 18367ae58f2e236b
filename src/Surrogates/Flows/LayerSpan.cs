using System.Numerics;

namespace Sci.Surrogates;

/// <summary>
/// What a layer with weights Q_k of its own for every wave k can change: the span over time of that wave's features.
/// </summary>
/// <remarks>
/// With L = D + ν|k|² the change δw of the snapshots of a wave changes the linear part of the residual by Lδw. Columns
/// are orthonormal there, |k|⁻ˢ long, so that a step of a descent is one of the linear equation's: δw = L⁻¹ U z |k|⁻ˢ,
/// U from the features by Gram and Schmidt with pivots. Features below a share of the largest of their field are
/// rounding and left out.
/// </remarks>
internal static class LayerSpan
{
    private const double Rounding = 1e-7;
    private const double Dependent = 1e-10;

    /// <summary>
    /// δw of a wave for unit z, and |k|ˢ Uᴴ that gives z back, row-major [times, times]; columns of the first and rows
    /// of the second past the rank are zero.
    /// </summary>
    /// <param name="features">Of the wave, column after column: [channels, times].</param>
    /// <param name="lower">L, a lower triangle, row-major [times, times].</param>
    /// <param name="scale">|k|⁻ˢ.</param>
    /// <param name="largest">Largest feature of any wave.</param>
    public static (Complex[] Change, Complex[] Back) Of(
        Complex[][] features, double[] lower, double scale, double largest)
    {
        var times = features[0].Length;
        var seen = features.Where(column => Norm(column) > Rounding * largest);
        Complex[][] columns = [.. seen.Select(column => Applied(lower, column))];
        var floor = columns.Length == 0 ? 0 : Dependent * columns.Max(Norm);
        var (map, back) = (new Complex[times * times], new Complex[times * times]);
        for (var rank = 0; rank < Math.Min(times, columns.Length); rank++)
        {
            var pivot = Enumerable.Range(0, columns.Length).MaxBy(column => Norm(columns[column]));
            var (norm, unit) = (Norm(columns[pivot]), columns[pivot]);
            if (norm <= floor)
            {
                break;
            }

            Divide(unit, norm);
            columns[pivot] = new Complex[times];
            // Twice is enough (Kahan).
            Array.ForEach(columns, column => Remove(unit, column));
            Array.ForEach(columns, column => Remove(unit, column));
            var change = Solved(lower, unit);
            for (var time = 0; time < times; time++)
            {
                map[(time * times) + rank] = scale * change[time];
                back[(rank * times) + time] = Complex.Conjugate(unit[time]) / scale;
            }
        }

        return (map, back);
    }

    private static Complex[] Applied(double[] lower, Complex[] x)
    {
        var y = new Complex[x.Length];
        for (var row = 0; row < x.Length; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                y[row] += lower[(row * x.Length) + column] * x[column];
            }
        }

        return y;
    }

    private static Complex[] Solved(double[] lower, Complex[] y)
    {
        var x = (Complex[])y.Clone();
        for (var row = 0; row < x.Length; row++)
        {
            for (var column = 0; column < row; column++)
            {
                x[row] -= lower[(row * x.Length) + column] * x[column];
            }

            x[row] /= lower[(row * x.Length) + row];
        }

        return x;
    }

    private static void Remove(Complex[] unit, Complex[] column)
    {
        var share = Complex.Zero;
        for (var i = 0; i < unit.Length; i++)
        {
            share += Complex.Conjugate(unit[i]) * column[i];
        }

        for (var i = 0; i < unit.Length; i++)
        {
            column[i] -= share * unit[i];
        }
    }

    private static void Divide(Complex[] x, double by)
    {
        for (var i = 0; i < x.Length; i++)
        {
            x[i] /= by;
        }
    }

    private static double Norm(Complex[] x) => Math.Sqrt(x.Sum(z => (z.Real * z.Real) + (z.Imaginary * z.Imaginary)));
}

using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>Chooses test functions so that their spectra end where the data's signal does.</summary>
/// <remarks>
/// Messenger and Bortz (2021), doi:10.1016/j.jcp.2021.110525, appendix A: φ's spectrum falls τ̂ deviations by the mode
/// at which the data's cumulative spectrum bends. Widths are cut so that enough rows remain.
/// </remarks>
/// <param name="Overlap">Strides are the half widths over this: 3 or 4, more rows gain little.</param>
/// <param name="MinimumRows">Widths and strides shrink until there are as many rows, if the data allow.</param>
public sealed record WeakGridRule(int Overlap, int MinimumRows)
{
    private const double Level = 1e-10;
    private const double Deviations = 2;
    private const int NarrowestInTime = 4;
    private const int Lines = 2048;

    /// <summary>Rows are written once for each of these shares of the widths that the spectra ask for.</summary>
    public IReadOnlyList<double> Widths { get; init; } = [1];

    /// <summary>The places for a field of a series, one grid a width.</summary>
    /// <param name="series">The data.</param>
    /// <param name="field">The field whose spectra decide.</param>
    /// <param name="highestX">Highest order of a derivative in x.</param>
    /// <param name="highestY">Highest order of a derivative in y.</param>
    internal IReadOnlyList<WeakGrid> For(FieldSeries series, string field, int highestX, int highestY)
    {
        ArgumentNullException.ThrowIfNull(series);
        int[] orders = [1, .. series.Grid.Dimensions == 1
            ? [Math.Max(1, highestX)] : new[] { Math.Max(1, highestY), Math.Max(1, highestX) }];
        int[] points = [series.Times, .. series.Grid.Axes.Select(axis => axis.Points)];
        int[] halfWidths = [.. points.Select(
            (n, axis) => n == 1 ? 0 : HalfWidth(Along(series[field], points, axis), orders[axis]))];
        return [.. Widths.Select(
            width => Fitted(series, [.. halfWidths.Select(m => (int)(width * m))], points, orders))];
    }

    // The axis on which a support takes the largest share gives way.
    private WeakGrid Fitted(FieldSeries series, int[] m, int[] points, int[] orders)
    {
        int[] narrowest = [.. points.Select((n, axis) => n == 1 ? 0 : axis == 0 ? NarrowestInTime : orders[axis] + 2)];
        m = [.. m.Select((half, axis) => Math.Max(half, narrowest[axis]))];
        while (true)
        {
            int[] wide = [.. Enumerable.Range(0, m.Length).Where(axis => m[axis] > narrowest[axis])];
            var fits = Enumerable.Range(0, m.Length).All(axis => m[axis] == 0 || (2 * m[axis]) + 1 < points[axis]);
            if (fits || wide.Length == 0)
            {
                var grid = new WeakGrid(
                    [.. m.Select((half, axis) => Places(series, half, points[axis], orders[axis], axis))]);
                if (grid.Rows >= MinimumRows || wide.Length == 0)
                {
                    return grid;
                }
            }

            var widest = wide.MaxBy(axis => (double)m[axis] / points[axis]);
            m[widest] = Math.Max(narrowest[widest], (int)(0.9 * m[widest]));
        }
    }

    private WeakAxis Places(FieldSeries series, int half, int points, int order, int axis)
    {
        if (half == 0)
        {
            return new WeakAxis(1, TestFunction.Point, 1, IsPeriodic: false);
        }

        var spacing = axis == 0 ? series.TimeSpacing : series.Grid.Axes[axis - 1].Spacing;
        var function = new TestFunction(half, TestFunction.DegreeFor(half, Level, order), spacing, order);
        return new WeakAxis(points, function, Math.Max(1, half / Overlap), axis > 0 && series.IsPeriodic);
    }

    // The root of ln((2m-1)/m²)(4π²k²m² - 3N²τ̂²) - 2N²τ̂² ln τ, rising in m.
    private static int HalfWidth(States rows, int highestOrder)
    {
        double n = rows.Size, k = SpectralCorner.Bend(rows);
        var square = n * n * Deviations * Deviations;
        var largest = (rows.Size - 1) / 2;
        var m = highestOrder + 2;
        while (m < largest && Excess(m) > 0)
        {
            m++;
        }

        return m;

        double Excess(double half) =>
            (Math.Log(((2 * half) - 1) / (half * half)) * ((4 * Math.PI * Math.PI * k * k * half * half) - (3 * square)))
            - (2 * square * Math.Log(Level));
    }

    // Lines of the values along an axis, evenly picked where there are many.
    private static States Along(States values, int[] points, int axis)
    {
        var stride = points.Skip(axis + 1).Aggregate(1, (product, n) => product * n);
        var count = values.Values.Length / points[axis];
        if (stride == 1 && values.Size == points[axis] && count <= Lines)
        {
            return values;
        }

        var lines = new States(Math.Min(count, Lines), points[axis]);
        int[] firsts = [.. Enumerable.Range(0, lines.Count).Select(line => (int)((long)line * count / lines.Count))
            .Select(at => (at / stride * stride * points[axis]) + (at % stride))];
        var from = values.Values;
        var to = lines.Values;
        for (var i = 0; i < points[axis]; i++)
        {
            for (var line = 0; line < firsts.Length; line++)
            {
                to[(line * points[axis]) + i] = from[firsts[line] + (i * stride)];
            }
        }

        return lines;
    }
}

using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>Chooses test functions so that their spectra end where the data's signal does.</summary>
/// <remarks>
/// Messenger and Bortz (2021), doi:10.1016/j.jcp.2021.110525, appendix A: φ's spectrum falls τ̂ deviations by the mode at
/// which the data's cumulative spectrum bends. Widths are cut so that enough rows remain.
/// </remarks>
/// <param name="Overlap">Strides are the half widths over this: 3 or 4, more rows gain little.</param>
/// <param name="MinimumRows">Widths and strides shrink until there are as many rows, if the data allow.</param>
public sealed record WeakGridRule(int Overlap, int MinimumRows)
{
    private const double Level = 1e-10;
    private const double Deviations = 2;

    /// <summary>The places for a field of a series, whose terms have derivatives up to an order.</summary>
    public WeakGrid For(FieldSeries series, string field, int highestOrder)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (series.Grid.Dimensions > 1)
        {
            throw new NotSupportedException("Weak forms are there for fields on a line; take StrongForm in two dimensions.");
        }

        var values = series[field];
        var m = (Time: HalfWidth(Transposed(values), 1), Space: HalfWidth(values, highestOrder));
        while (true)
        {
            var (t, x) = (Function(m.Time, series.TimeSpacing, 1), Function(m.Space, series.Spacing, highestOrder));
            var (strideT, strideX) = (Math.Max(1, m.Time / Overlap), Math.Max(1, m.Space / Overlap));
            if ((2 * m.Time) + 1 < series.Times && (2 * m.Space) + 1 < series.Points)
            {
                var grid = new WeakGrid(series.Times, series.Points, t, x, strideT, strideX);
                if (grid.Rows >= MinimumRows || (m.Time <= 4 && m.Space <= highestOrder + 2))
                {
                    return grid;
                }
            }

            // The axis on which a support takes the larger share gives way.
            var share = (double)m.Time / series.Times / ((double)m.Space / series.Points);
            m = (share >= 1 && m.Time > 4) || m.Space <= highestOrder + 2
                ? (Math.Max(4, (int)(0.9 * m.Time)), m.Space)
                : (m.Time, Math.Max(highestOrder + 2, (int)(0.9 * m.Space)));
        }
    }

    private static TestFunction Function(int halfWidth, double spacing, int highestOrder) =>
        new(halfWidth, TestFunction.DegreeFor(halfWidth, Level, highestOrder), spacing, highestOrder);

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

    private static States Transposed(States values)
    {
        var transposed = new States(values.Size, values.Count);
        for (var i = 0; i < values.Count; i++)
        {
            for (var j = 0; j < values.Size; j++)
            {
                transposed[j][i] = values[i][j];
            }
        }

        return transposed;
    }
}

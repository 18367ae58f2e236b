using System.Numerics;

namespace Sci.Solvers;

/// <summary>The grid that products are formed on, and the ways between its points and the modes of the model.</summary>
internal sealed class ProductGrid
{
    private readonly Fourier fine;
    private readonly int[]? places;
    private readonly Complex[]? shifts;

    public ProductGrid(Grid grid, Dealiasing dealiasing, Stencil? stencil)
    {
        Coarse = new Fourier(grid, stencil);
        fine = dealiasing.Pads ? new Fourier(Padded(grid)) : Coarse;
        places = dealiasing.Pads ? Places(Coarse, fine) : null;
        shifts = dealiasing.Pads && Coarse.HasWalls ? Shifts(Coarse, fine) : null;
        Mask = dealiasing.Truncates ? Kept(Coarse) : null;
    }

    /// <summary>The model's own grid.</summary>
    public Fourier Coarse { get; }

    /// <summary>Number of points where products are formed.</summary>
    public int Points => fine.Points;

    /// <summary>Number of modes of the product grid.</summary>
    public int FineModes => fine.Modes;

    /// <summary>1 for the modes that factors and products keep, 0 for the others; nothing if all are kept.</summary>
    public Complex[]? Mask { get; }

    /// <summary>
    /// The points of a field with the given modes, of a number of derivatives in y; both buffers are scratch.
    /// </summary>
    public void ToPoints(ReadOnlySpan<Complex> modes, Span<double> points, Span<Complex> fineModes, int parityY)
    {
        if (places is null)
        {
            fine.Inverse(modes, points, parityY);
            return;
        }

        var scale = (double)fine.Points / Coarse.Points;
        fineModes.Clear();
        for (var mode = 0; mode < places.Length; mode++)
        {
            if (places[mode] >= 0)
            {
                fineModes[places[mode]] = scale * (shifts is null ? modes[mode] : shifts[mode] * modes[mode]);
            }
        }

        fine.Inverse(fineModes, points, parityY);
    }

    /// <summary>The modes of the model of a field given at the points, of a number of derivatives in y.</summary>
    public void ToModes(ReadOnlySpan<double> points, Span<Complex> modes, Span<Complex> fineModes, int parityY)
    {
        if (places is null)
        {
            fine.Forward(points, modes, parityY);
            return;
        }

        var scale = (double)Coarse.Points / fine.Points;
        fine.Forward(points, fineModes, parityY);
        for (var mode = 0; mode < places.Length; mode++)
        {
            modes[mode] = places[mode] >= 0 ? scale * fineModes[places[mode]] : Complex.Zero;
        }

        for (var mode = 0; shifts is not null && mode < shifts.Length; mode++)
        {
            modes[mode] *= Complex.Conjugate(shifts[mode]);
        }
    }

    private static Grid Padded(Grid grid) =>
        new([.. grid.Axes.Select(axis => axis with { Points = ((3 * axis.Points) + 1) / 2 })]);

    // Where each mode lies among the finer grid's; -1 for half-sampling, which has no sign there.
    private static int[] Places(Fourier coarse, Fourier fine)
    {
        var places = new int[coarse.Modes];
        for (var mode = 0; mode < places.Length; mode++)
        {
            var (x, y) = coarse.Numbers(mode);
            var lost = 2 * x == coarse.X.Points || 2 * y == coarse.Y?.Points;
            var row = y < 0 ? y + fine.Y!.Points : y;
            places[mode] = lost ? -1 : (row * fine.ModesX) + x;
        }

        return places;
    }

    // The first points of the two grids lie half of their own spacings from the wall.
    private static Complex[] Shifts(Fourier coarse, Fourier fine)
    {
        var gap = (fine.Y!.Spacing - coarse.Y!.Spacing) / 2;
        return [.. Enumerable.Range(0, coarse.Modes).Select(
            mode => Complex.FromPolarCoordinates(1, 2 * Math.PI / coarse.Y.Length * coarse.Numbers(mode).Y * gap))];
    }

    // Orszag's rule: with 3|m| < N the fold of a quadratic product falls on modes that are dropped.
    private static Complex[] Kept(Fourier coarse)
    {
        var mask = new Complex[coarse.Modes];
        for (var mode = 0; mode < mask.Length; mode++)
        {
            var (x, y) = coarse.Numbers(mode);
            mask[mode] = 3 * x < coarse.X.Points && (coarse.Y is null || 3 * Math.Abs(y) < coarse.Y.Points) ? 1 : 0;
        }

        return mask;
    }
}

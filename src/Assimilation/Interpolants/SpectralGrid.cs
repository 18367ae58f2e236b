using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation;

/// <summary>Wavenumbers of the modes of a box with axes y, x.</summary>
internal static class SpectralGrid
{
    public static RealFft2 Plan(Grid grid) => grid.Axes is [{ Name: "y" } y, { Name: "x" } x]
        ? RealFft2.Of(y.Points, x.Points)
        : throw new ArgumentException("Fields are interpolated in boxes with the axes y, x.", nameof(grid));

    /// <summary>K² = k² + l² of every mode, in 1/length².</summary>
    public static double[] Squares(Grid grid)
    {
        var (y, x) = (grid.Axes[0], grid.Axes[1]);
        var modesX = (x.Points / 2) + 1;
        return [.. Enumerable.Range(0, y.Points * modesX).Select(mode =>
            Math.Pow(x.Wavenumber(mode % modesX), 2) + Math.Pow(y.Wavenumber(mode / modesX), 2))];
    }

    /// <summary>How many of the modes of a real field each stored one stands for: 2, but 1 for k = 0 and half
    /// sampling.</summary>
    public static double[] Weights(Grid grid)
    {
        var columns = grid.Axes[1].Points;
        var modesX = (columns / 2) + 1;
        return [.. Enumerable.Range(0, grid.Axes[0].Points * modesX).Select(mode =>
            mode % modesX == 0 || 2 * (mode % modesX) == columns ? 1.0 : 2.0)];
    }
}

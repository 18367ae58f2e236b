using System.Numerics;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>Derivatives of the trigonometric interpolant: exact for what the grid resolves.</summary>
/// <remarks>The mode at half the points, whose odd derivatives vanish at the points, is dropped there.</remarks>
public sealed record SpectralDerivatives : IDifferentiation
{
    /// <inheritdoc/>
    public void Apply(Grid grid, ReadOnlySpan<double> field, int x, int y, int laplacian, Span<double> derivative)
    {
        ArgumentNullException.ThrowIfNull(grid);
        if (grid.HasWalls)
        {
            throw new ArgumentException(
                "Trigonometric interpolants are for periodic grids, not for channels.", nameof(grid));
        }

        if (grid.Dimensions == 1)
        {
            var fft = RealFft.Of(grid.Points);
            var modes = new Complex[fft.Modes];
            fft.Forward(field, modes);
            Multiply(grid.Axes[0], null, modes, fft.Modes, x, y, laplacian);
            fft.Inverse(modes, derivative);
        }
        else
        {
            var fft = RealFft2.Of(grid.Axes[0].Points, grid.Axes[1].Points);
            var modes = new Complex[fft.Modes];
            fft.Forward(field, modes);
            Multiply(grid.Axes[1], grid.Axes[0], modes, (grid.Axes[1].Points / 2) + 1, x, y, laplacian);
            fft.Inverse(modes, derivative);
        }
    }

    private static void Multiply(Axis axisX, Axis? axisY, Complex[] modes, int modesX, int x, int y, int laplacian)
    {
        for (var at = 0; at < modes.Length; at++)
        {
            var kx = axisX.Wavenumber(at % modesX);
            var ky = axisY?.Wavenumber(at / modesX) ?? 0;
            var square = -((kx * kx) + (ky * ky));
            var laplace = laplacian == 0 ? 1 : square == 0 ? 0 : Math.Pow(square, laplacian);
            modes[at] *= laplace * Symbol(axisX, at % modesX, kx, x) * (axisY is null ? Zeroth(y) : Symbol(
                axisY, at / modesX, ky, y));
        }
    }

    private static Complex Zeroth(int order) => order == 0 ? 1 : 0;

    // (ik)^order
    private static Complex Symbol(Axis axis, int mode, double k, int order)
    {
        if (order % 2 == 1 && 2 * mode == axis.Points)
        {
            return 0;
        }

        var power = Math.Pow(k, order);
        return (order % 4) switch
        {
            0 => new Complex(power, 0),
            1 => new Complex(0, power),
            2 => new Complex(-power, 0),
            _ => new Complex(0, -power),
        };
    }
}

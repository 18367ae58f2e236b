using System.Numerics;
using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>
/// Transforms of one real field on a line, in a box or a channel, and the symbols of its differential operators.
/// </summary>
/// <remarks>
/// A channel's modes are those of a periodic box of twice its width, which holds the field and its mirror image: the
/// symbols are the same, and a derivative in y has the image that its parity asks for; see <see cref="Mirror"/>.
/// </remarks>
internal sealed class Fourier
{
    private readonly RealFft? line;
    private readonly RealFft2? box;
    private readonly Mirror? mirror;
    private readonly Stencil? stencil;

    public Fourier(Grid grid)
        : this(grid, stencil: null)
    {
    }

    /// <summary>
    /// Transforms on a grid, and the symbols of differences in place of derivatives where a stencil is given.
    /// </summary>
    public Fourier(Grid grid, Stencil? stencil)
    {
        this.stencil = stencil;
        var names = string.Join(", ", grid.Axes.Select(axis => axis.Name));
        if (names is not ("x" or "y, x"))
        {
            throw new ArgumentException(
                $"Spectral models need a grid with the axis x or the axes y, x, not {names}.", nameof(grid));
        }

        X = grid.Axes[^1];
        Y = grid.Dimensions == 2 ? grid.Axes[0] : null;
        if (Y is { HasWalls: true } y)
        {
            mirror = new Mirror(y.Points, X.Points);
            Y = y with { Points = 2 * y.Points, Length = 2 * y.Length, HasWalls = false };
        }

        line = Y is null ? RealFft.Of(X.Points) : null;
        box = Y is null ? null : RealFft2.Of(Y.Points, X.Points);
        Points = grid.Points;
        ModesX = (X.Points / 2) + 1;
        Modes = ModesX * (Y?.Points ?? 1);
    }

    public Axis X { get; }

    /// <summary>The axis of the modes: twice the channel's.</summary>
    public Axis? Y { get; }

    public bool HasWalls => mirror is not null;

    public int Points { get; }

    /// <summary>Number of points that the transforms sum over: twice the channel's.</summary>
    public int Summed => X.Points * (Y?.Points ?? 1);

    public int Modes { get; }

    public int ModesX { get; }

    public void Forward(ReadOnlySpan<double> field, Span<Complex> modes) => Forward(field, modes, 0);

    /// <summary>Modes of a field that is, in a channel, even or odd in y as its number of derivatives says.</summary>
    public void Forward(ReadOnlySpan<double> field, Span<Complex> modes, int parityY)
    {
        if (line is not null)
        {
            line.Forward(field, modes);
        }
        else if (mirror is not null)
        {
            mirror.Forward(box!, field, modes, parityY);
        }
        else
        {
            box!.Forward(field, modes);
        }
    }

    public void Inverse(ReadOnlySpan<Complex> modes, Span<double> field) => Inverse(modes, field, 0);

    /// <summary>The field of the given modes; what has not the parity is left out.</summary>
    public void Inverse(ReadOnlySpan<Complex> modes, Span<double> field, int parityY)
    {
        if (line is not null)
        {
            line.Inverse(modes, field);
        }
        else if (mirror is not null)
        {
            mirror.Inverse(box!, modes, field, parityY);
        }
        else
        {
            box!.Inverse(modes, field);
        }
    }

    /// <summary>Signed mode numbers in x and y of each mode.</summary>
    public (int X, int Y) Numbers(int mode)
    {
        var y = mode / ModesX;
        return (mode % ModesX, Y is { } axis && 2 * y > axis.Points ? y - axis.Points : y);
    }

    /// <summary>How many waves a stored mode stands for: two where its conjugate is not stored, else one.</summary>
    public double Share(int mode)
    {
        var x = mode % ModesX;
        return x == 0 || 2 * x == X.Points ? 1 : 2;
    }

    /// <summary>(ikₓ)ᵃ (ikᵧ)ᵇ (-k²)ᶜ at every mode; an inverse Laplacian has 0 for the mean.</summary>
    /// <remarks>Odd derivatives vanish at the half-sampling wavenumber, where a real field has no phase.</remarks>
    public Complex[] Symbol(int x, int y, int laplacian)
    {
        var symbol = new Complex[Modes];
        for (var mode = 0; mode < Modes; mode++)
        {
            var (mx, my) = Numbers(mode);
            var kx = 2 * Math.PI / X.Length * mx;
            var ky = Y is null ? 0 : 2 * Math.PI / Y.Length * my;
            var lost = (x % 2 == 1 && 2 * mx == X.Points) || (y % 2 == 1 && 2 * my == Y?.Points);
            var k2 = Square(kx, X) + (Y is null ? 0 : Square(ky, Y));
            symbol[mode] = lost ? 0
                : Power(kx, x, X) * (Y is null
                    ? Complex.One : Power(ky, y, Y)) * (laplacian < 0 && k2 == 0 ? 0 : Math.Pow(-k2, laplacian));
        }

        return symbol;
    }

    public Complex[] Symbol(Derivative derivative)
    {
        var symbol = Symbol(derivative.X, derivative.Y, derivative.Laplacian);
        for (var mode = 0; derivative.IsZonal && mode < Modes; mode++)
        {
            symbol[mode] = Numbers(mode).X == 0 ? symbol[mode] : 0;
        }

        if (derivative.IsRoot)
        {
            var laplacian = Symbol(0, 0, 1);
            for (var mode = 0; mode < Modes; mode++)
            {
                symbol[mode] *= Math.Sqrt(-laplacian[mode].Real);
            }
        }

        return symbol;
    }

    private double Square(double k, Axis axis) => stencil?.SecondWavenumber(k, axis.Spacing) ?? k * k;

    private Complex Power(double k, int order, Axis axis)
    {
        if (stencil is null)
        {
            return Power(k, order);
        }

        var even = Math.Pow(-stencil.SecondWavenumber(k, axis.Spacing), order / 2);
        return order % 2 == 0 ? even : new Complex(0, even * stencil.FirstWavenumber(k, axis.Spacing));
    }

    // (ik)ⁿ without the round-off of complex powers: iⁿ is one of 1, i, -1, -i.
    private static Complex Power(double k, int order)
    {
        var size = 1.0;
        for (var i = 0; i < order; i++)
        {
            size *= k;
        }

        return (order % 4) switch
        {
            0 => new Complex(size, 0),
            1 => new Complex(0, size),
            2 => new Complex(-size, 0),
            _ => new Complex(0, -size),
        };
    }
}

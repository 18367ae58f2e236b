using System.Collections.Concurrent;
using System.Numerics;

namespace Sci.Numerics;

/// <summary>Fourier transforms of real fields in a box; a shared, immutable plan, safe on any number of threads.</summary>
/// <remarks>
/// A field has shape [<see cref="PointsY"/>, <see cref="PointsX"/>], x fast; its modes [<see cref="PointsY"/>,
/// <see cref="PointsX"/>/2 + 1], those of y above half negative. Signs and scaling are those of <see cref="RealFft"/>.
/// Inverse transforms along y first and then ignores what a real row cannot have (see <see cref="RealFft"/>).
/// </remarks>
public sealed class RealFft2
{
    private static readonly ConcurrentDictionary<(int Y, int X), RealFft2> Shared = new();

    private readonly IFourierPlan plan;

    internal RealFft2(int pointsY, int pointsX, IFourierPlan plan)
    {
        PointsY = pointsY;
        PointsX = pointsX;
        Points = checked(pointsY * pointsX);
        Modes = pointsY * ((pointsX / 2) + 1);
        this.plan = plan;
    }

    /// <summary>Number of points along y, the slow axis.</summary>
    public int PointsY { get; }

    /// <summary>Number of points along x, the fast axis.</summary>
    public int PointsX { get; }

    /// <summary>Number of points of a field.</summary>
    public int Points { get; }

    /// <summary>Number of modes of a field, <see cref="PointsY"/> (<see cref="PointsX"/>/2 + 1).</summary>
    public int Modes { get; }

    /// <summary>The plan for a box, made once.</summary>
    public static RealFft2 Of(int pointsY, int pointsX)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pointsY, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pointsX, 1);
        return Shared.GetOrAdd((pointsY, pointsX), box => new RealFft2(box.Y, box.X, FourierPlans.Of(box.Y, box.X)));
    }

    /// <summary>Modes of one field.</summary>
    public void Forward(ReadOnlySpan<double> x, Span<Complex> modes) => Forward(x, modes, 1);

    /// <summary>Modes of contiguous fields, shape [rows, <see cref="Points"/>] to [rows, <see cref="Modes"/>].</summary>
    public void Forward(ReadOnlySpan<double> x, Span<Complex> modes, int rows)
    {
        Check(x.Length, modes.Length, rows);
        for (var row = 0; row < rows; row++)
        {
            plan.Forward(x.Slice(row * Points, Points), modes.Slice(row * Modes, Modes));
        }
    }

    /// <summary>The field of the given modes, which are kept.</summary>
    public void Inverse(ReadOnlySpan<Complex> modes, Span<double> x) => Inverse(modes, x, 1);

    /// <summary>Contiguous fields from their modes, shape [rows, <see cref="Modes"/>] to [rows, <see cref="Points"/>].</summary>
    public void Inverse(ReadOnlySpan<Complex> modes, Span<double> x, int rows)
    {
        Check(x.Length, modes.Length, rows);
        for (var row = 0; row < rows; row++)
        {
            plan.Inverse(modes.Slice(row * Modes, Modes), x.Slice(row * Points, Points));
        }
    }

    private void Check(int values, int modes, int rows)
    {
        if (values != (long)rows * Points || modes != (long)rows * Modes)
        {
            throw new ArgumentException(
                $"{rows} fields of {PointsY} x {PointsX} points need {(long)rows * Points} values and "
                + $"{(long)rows * Modes} modes, not {values} and {modes}.");
        }
    }
}

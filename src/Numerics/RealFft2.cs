using System.Collections.Concurrent;
using System.Numerics;

namespace Sci.Numerics;

/// <summary>
/// Fourier transforms of real fields in a box; a shared, immutable plan, safe on any number of threads.
/// </summary>
/// <remarks>
/// A field has shape [<see cref="PointsY"/>, <see cref="PointsX"/>], x fast; its modes [<see cref="PointsY"/>,
/// <see cref="PointsX"/>/2 + 1], those of y above half negative. Signs and scaling are those of <see cref="RealFft"/>.
/// Inverse transforms along y first and then ignores what a real row cannot have (see <see cref="RealFft"/>).
/// </remarks>
public sealed class RealFft2
{
    private static readonly ConcurrentDictionary<(int Y, int X), RealFft2> Shared = new();

    private readonly FourierRows fields;

    internal RealFft2(int pointsY, int pointsX, IFourierPlan plan)
    {
        PointsY = pointsY;
        PointsX = pointsX;
        fields = new FourierRows(
            plan,
            checked(pointsY * pointsX),
            pointsY * ((pointsX / 2) + 1),
            $"fields of {pointsY} x {pointsX} points");
    }

    /// <summary>Number of points along y, the slow axis.</summary>
    public int PointsY { get; }

    /// <summary>Number of points along x, the fast axis.</summary>
    public int PointsX { get; }

    /// <summary>Number of points of a field.</summary>
    public int Points => fields.Points;

    /// <summary>Number of modes of a field, <see cref="PointsY"/> (<see cref="PointsX"/>/2 + 1).</summary>
    public int Modes => fields.Modes;

    /// <summary>The plan for a box, made once.</summary>
    public static RealFft2 Of(int pointsY, int pointsX)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pointsY, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pointsX, 1);
        return Shared.GetOrAdd((pointsY, pointsX), box => new RealFft2(box.Y, box.X, FourierPlans.Of(box.Y, box.X)));
    }

    /// <summary>Modes of one field.</summary>
    public void Forward(ReadOnlySpan<double> x, Span<Complex> modes) => Forward(x, modes, 1);

    /// <summary>
    /// Modes of contiguous fields, shape [count, <see cref="Points"/>] to [count, <see cref="Modes"/>].
    /// </summary>
    public void Forward(ReadOnlySpan<double> x, Span<Complex> modes, int count) =>
        fields.Forward(x, modes, count);

    /// <summary>The field of the given modes, which are kept.</summary>
    public void Inverse(ReadOnlySpan<Complex> modes, Span<double> x) => Inverse(modes, x, 1);

    /// <summary>Contiguous fields, shape [count, <see cref="Modes"/>] to [count, <see cref="Points"/>].</summary>
    public void Inverse(ReadOnlySpan<Complex> modes, Span<double> x, int count) =>
        fields.Inverse(modes, x, count);
}

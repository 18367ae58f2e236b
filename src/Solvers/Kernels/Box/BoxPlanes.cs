using System.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>Where columns lie between the transforms along y and x, and points after the latter.</summary>
/// <remarks>
/// Planes: by groups of as many columns as lanes, in each the rows in order. Points: by groups of twice as many rows as
/// lanes, the first half as real parts and the second as imaginary ones, in each the points of a row.
/// </remarks>
internal sealed class BoxPlanes<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    /// <param name="pointsY">Number of rows.</param>
    /// <param name="pointsX">Number of points of a row.</param>
    /// <param name="groups">Number of groups of columns.</param>
    /// <param name="hasHalf">Whether column 0 holds the half-sampling one as its imaginary part.</param>
    public BoxPlanes(int pointsY, int pointsX, int groups, bool hasHalf)
    {
        (PointsX, Groups, HasHalf) = (pointsX, groups, hasHalf);
        AlongX = new ComplexFft<TLanes, T>(pointsX);
        RowGroups = pointsY / (2 * TLanes.Count);
        Stride = pointsY + TLanes.Count;
        var lastX = pointsX / 2;
        Plus = [.. Enumerable.Range(0, lastX).Select(m => OffsetX(m)), OffsetX(lastX)];
        Minus = [.. Enumerable.Range(0, lastX).Select(m => OffsetX(m == 0 ? lastX : pointsX - m)), OffsetX(lastX)];
    }

    /// <summary>Number of points of a row.</summary>
    public int PointsX { get; }

    /// <summary>Number of groups of columns.</summary>
    public int Groups { get; }

    /// <summary>Number of groups of rows.</summary>
    public int RowGroups { get; }

    /// <summary>Whether column 0 holds the half-sampling one as its imaginary part.</summary>
    public bool HasHalf { get; }

    public ComplexFft<TLanes, T> AlongX { get; }

    /// <summary>Number of columns, the half-sampling one not counted where it lies in column 0.</summary>
    public int Columns => Groups * TLanes.Count;

    /// <summary>
    /// Waves from one group of a plane to the next; not a power of two, which would crowd the sets of the cache.
    /// </summary>
    public int Stride { get; }

    /// <summary>Number of doubles of a plane.</summary>
    public int Length => 2 * TLanes.Count * Groups * Stride;

    /// <summary>Where mode m of a row lies among its waves, in doubles, m = 0 to n/2.</summary>
    public int[] Plus { get; }

    /// <summary>The same for -m; for m = 0 that of n/2.</summary>
    public int[] Minus { get; }

    private int OffsetX(int mode) => 2 * TLanes.Count * AlongX.Places[mode];
}

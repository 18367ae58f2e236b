using System.Runtime.CompilerServices;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>
/// Transforms along x of a group of rows: from a plane to points, and from products at the points back.
/// </summary>
/// <remarks>
/// Rows a in the first half of a group and b in the second are the real and imaginary parts of one complex field: its
/// mode m is a(m) + ib(m), its mode -m the conjugate of a(m) - ib(m). <see cref="ToPlane"/> leaves a factor 2.
/// </remarks>
internal sealed unsafe class BoxRows<TLanes>(BoxPlanes<TLanes> planes, bool[] isDead)
    where TLanes : unmanaged, ILanes<TLanes>
{
    private static int Wide => 2 * TLanes.Count;

    /// <summary>The points of a group of rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ToPoints(int rows, double* plane, double* points)
    {
        fixed (int* plus = planes.Plus, minus = planes.Minus)
        {
            for (var group = 0; group < planes.Groups; group++)
            {
                int* p = plus + (group * TLanes.Count), m = minus + (group * TLanes.Count);
                if (isDead[group])
                {
                    Clear(points, p, m, TLanes.Count);
                    continue;
                }

                double* a = Rows(plane, group, rows), b = a + (Wide * TLanes.Count);
                LaneSquares<TLanes>.Spread(a, b + TLanes.Count, points, m, p);
                LaneSquares<TLanes>.Spread(b, a + TLanes.Count, points + TLanes.Count, p, m);
            }

            Clear(points, plus + planes.Columns, minus + planes.Columns, (planes.PointsX / 2) + 1 - planes.Columns);
            RealModes(Rows(plane, 0, rows), points, plus[0], minus[0]);
        }

        var waves = new LaneArray<TLanes>(points);
        planes.AlongX.Inverse(ref waves, ref waves, points);
    }

    /// <summary>
    /// Points of a group of rows, to its part of a plane; <paramref name="work"/> may be the source's.
    /// </summary>
    public void ToPlane<TSource>(int rows, ref TSource source, double* work, double* plane)
        where TSource : struct, IComplexSource<TLanes>
    {
        var waves = new LaneArray<TLanes>(work);
        planes.AlongX.Forward(ref source, ref waves, work);
        Split(rows, work, plane);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Split(int rows, double* work, double* plane)
    {
        fixed (int* plus = planes.Plus, minus = planes.Minus)
        {
            for (var group = 0; group < planes.Groups; group++)
            {
                if (isDead[group])
                {
                    continue;
                }

                int* p = plus + (group * TLanes.Count), m = minus + (group * TLanes.Count);
                double* a = Rows(plane, group, rows), b = a + (Wide * TLanes.Count);
                LaneSquares<TLanes>.Gather(work, m, p, a, b + TLanes.Count);
                LaneSquares<TLanes>.Gather(work + TLanes.Count, p, m, b, a + TLanes.Count);
            }

            RealModesBack(work + plus[0], work + minus[0], Rows(plane, 0, rows));
        }
    }

    private double* Rows(double* plane, int group, int rows) =>
        plane + (Wide * (((nint)group * planes.Stride) + (rows * Wide)));

    private static void Clear(double* points, int* plus, int* minus, int count)
    {
        for (var column = 0; column < count; column++)
        {
            new Span<double>(points + plus[column], Wide).Clear();
            new Span<double>(points + minus[column], Wide).Clear();
        }
    }

    // Column 0 holds the real mode 0 as real part and the real mode n/2 as imaginary one.
    private void RealModes(double* a, double* points, int mean, int half)
    {
        for (var lane = 0; lane < TLanes.Count; lane++, a += Wide)
        {
            var b = a + (Wide * TLanes.Count);
            points[mean + lane] = a[0];
            points[mean + TLanes.Count + lane] = b[0];
            points[half + lane] = planes.HasHalf ? a[TLanes.Count] : 0;
            points[half + TLanes.Count + lane] = planes.HasHalf ? b[TLanes.Count] : 0;
        }
    }

    private void RealModesBack(double* mean, double* half, double* a)
    {
        for (var lane = 0; lane < TLanes.Count; lane++, a += Wide)
        {
            var b = a + (Wide * TLanes.Count);
            a[0] = 2 * mean[lane];
            b[0] = 2 * mean[TLanes.Count + lane];
            a[TLanes.Count] = planes.HasHalf ? 2 * half[lane] : 0;
            b[TLanes.Count] = planes.HasHalf ? 2 * half[TLanes.Count + lane] : 0;
        }
    }
}

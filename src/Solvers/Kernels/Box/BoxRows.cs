using System.Numerics;
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
internal sealed unsafe class BoxRows<TLanes, T>(BoxPlanes<TLanes, T> planes, bool[] isDead)
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private static int Wide => 2 * TLanes.Count;

    /// <summary>The points of a group of rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ToPoints(int rows, T* plane, T* points)
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

                T* a = Rows(plane, group, rows), b = a + (Wide * TLanes.Count);
                Spread(a, b + TLanes.Count, points, m, p);
                Spread(b, a + TLanes.Count, points + TLanes.Count, p, m);
            }

            Clear(points, plus + planes.Columns, minus + planes.Columns, (planes.PointsX / 2) + 1 - planes.Columns);
            RealModes(Rows(plane, 0, rows), points, plus[0], minus[0]);
        }

        var waves = new LaneArray<TLanes, T>(points);
        planes.AlongX.Inverse(ref waves, ref waves, points);
    }

    /// <summary>
    /// Points of a group of rows, to its part of a plane; <paramref name="work"/> may be the source's.
    /// </summary>
    public void ToPlane<TSource>(int rows, ref TSource source, T* work, T* plane)
        where TSource : struct, IComplexSource<TLanes, T>
    {
        var waves = new LaneArray<TLanes, T>(work);
        planes.AlongX.Forward(ref source, ref waves, work);
        Split(rows, work, plane);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Split(int rows, T* work, T* plane)
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
                T* a = Rows(plane, group, rows), b = a + (Wide * TLanes.Count);
                Gather(work, m, p, a, b + TLanes.Count);
                Gather(work + TLanes.Count, p, m, b, a + TLanes.Count);
            }

            RealModesBack(work + plus[0], work + minus[0], Rows(plane, 0, rows));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Spread(T* x, T* y, T* to, int* sums, int* differences)
    {
        if (typeof(T) == typeof(float))
        {
            LaneSquares<SingleQuad, float>.Spread(
                TLanes.Count, (float*)x, (float*)y, (float*)to, sums, differences);
        }
        else
        {
            LaneSquares<DoubleQuad, double>.Spread(
                TLanes.Count, (double*)x, (double*)y, (double*)to, sums, differences);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Gather(T* from, int* x, int* y, T* sum, T* difference)
    {
        if (typeof(T) == typeof(float))
        {
            LaneSquares<SingleQuad, float>.Gather(
                TLanes.Count, (float*)from, x, y, (float*)sum, (float*)difference);
        }
        else
        {
            LaneSquares<DoubleQuad, double>.Gather(
                TLanes.Count, (double*)from, x, y, (double*)sum, (double*)difference);
        }
    }

    private T* Rows(T* plane, int group, int rows) =>
        plane + (Wide * (((nint)group * planes.Stride) + (rows * Wide)));

    private static void Clear(T* points, int* plus, int* minus, int count)
    {
        for (var column = 0; column < count; column++)
        {
            new Span<T>(points + plus[column], Wide).Clear();
            new Span<T>(points + minus[column], Wide).Clear();
        }
    }

    // Column 0 holds the real mode 0 as real part and the real mode n/2 as imaginary one.
    private void RealModes(T* a, T* points, int mean, int half)
    {
        for (var lane = 0; lane < TLanes.Count; lane++, a += Wide)
        {
            var b = a + (Wide * TLanes.Count);
            points[mean + lane] = a[0];
            points[mean + TLanes.Count + lane] = b[0];
            points[half + lane] = planes.HasHalf ? a[TLanes.Count] : T.Zero;
            points[half + TLanes.Count + lane] = planes.HasHalf ? b[TLanes.Count] : T.Zero;
        }
    }

    private void RealModesBack(T* mean, T* half, T* a)
    {
        for (var lane = 0; lane < TLanes.Count; lane++, a += Wide)
        {
            var b = a + (Wide * TLanes.Count);
            a[0] = mean[lane] + mean[lane];
            b[0] = mean[TLanes.Count + lane] + mean[TLanes.Count + lane];
            a[TLanes.Count] = planes.HasHalf ? half[lane] + half[lane] : T.Zero;
            b[TLanes.Count] = planes.HasHalf ? half[TLanes.Count + lane] + half[TLanes.Count + lane] : T.Zero;
        }
    }
}

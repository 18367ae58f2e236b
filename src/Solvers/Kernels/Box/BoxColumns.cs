using System.Numerics;
using System.Runtime.CompilerServices;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>
/// Transforms along y of a group of columns: from modes times a symbol to a plane, and back onto modes.
/// </summary>
internal sealed unsafe class BoxColumns<TLanes, T>(BoxLayout<TLanes, T> layout)
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private static int Wide => 2 * TLanes.Count;

    /// <summary>A symbol times modes, to the group's rows of a plane.</summary>
    /// <param name="group">The group.</param>
    /// <param name="modes">The group's modes.</param>
    /// <param name="symbol">One factor a mode, with the scale of the inverse transform.</param>
    /// <param name="plane">The whole plane.</param>
    /// <param name="scratch">Room for a column and one wave more.</param>
    public void ToPlane(int group, T* modes, BoxFactors<T> symbol, T* plane, T* scratch)
    {
        if (symbol.IsReal)
        {
            var real = new RealTimes<TLanes, T>(modes, symbol.Real, group, false);
            ToPlane(group, ref real, plane, scratch);
        }
        else if (symbol.IsImaginary)
        {
            var imaginary = new ImaginaryTimes<TLanes, T>(modes, symbol.Imaginary, group, false);
            ToPlane(group, ref imaginary, plane, scratch);
        }
        else
        {
            var complex = new ComplexTimes<TLanes, T>(modes, symbol, group, false);
            ToPlane(group, ref complex, plane, scratch);
        }
    }

    /// <summary>
    /// The group's rows of a plane, to a symbol times modes, in place of those there or added to them.
    /// </summary>
    public void ToModes(int group, T* plane, BoxFactors<T> symbol, T* modes, bool adds, T* scratch)
    {
        if (symbol.IsReal)
        {
            var real = new RealTimes<TLanes, T>(modes, symbol.Real, group, adds);
            ToModes(group, plane, ref real, scratch);
        }
        else if (symbol.IsImaginary)
        {
            var imaginary = new ImaginaryTimes<TLanes, T>(modes, symbol.Imaginary, group, adds);
            ToModes(group, plane, ref imaginary, scratch);
        }
        else
        {
            var complex = new ComplexTimes<TLanes, T>(modes, symbol, group, adds);
            ToModes(group, plane, ref complex, scratch);
        }
    }

    private void ToPlane<TSource>(int group, ref TSource source, T* plane, T* scratch)
        where TSource : struct, IComplexSource<TLanes, T>
    {
        var rows = new LaneArray<TLanes, T>(plane + (Wide * (nint)group * layout.Planes.Stride));
        if (group > 0 && !layout.IsPadded)
        {
            layout.AlongY.Inverse(ref source, ref rows, scratch);
            return;
        }

        Spread(group, ref source, scratch);
        if (group == 0)
        {
            Fold(scratch);
        }

        var column = new LaneArray<TLanes, T>(scratch);
        layout.AlongY.Inverse(ref column, ref rows, scratch);
    }

    private void ToModes<TSink>(int group, T* plane, ref TSink sink, T* scratch)
        where TSink : struct, IComplexSink<TLanes, T>
    {
        var rows = new LaneArray<TLanes, T>(plane + (Wide * (nint)group * layout.Planes.Stride));
        if (group > 0 && !layout.IsPadded)
        {
            layout.AlongY.Forward(ref rows, ref sink, scratch);
            return;
        }

        var column = new LaneArray<TLanes, T>(scratch);
        layout.AlongY.Forward(ref rows, ref column, scratch);
        if (group == 0)
        {
            Unfold(scratch);
        }

        Gather(group, scratch, ref sink);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Spread<TSource>(int group, ref TSource source, T* scratch)
        where TSource : struct, IComplexSource<TLanes, T>
    {
        if (layout.IsPadded)
        {
            new Span<T>(scratch, Wide * layout.PointsY).Clear();
        }

        var targets = layout.Targets.AsSpan(group == 0 ? 0 : 1);
        for (var wave = 0; wave < targets.Length; wave++)
        {
            if (targets[wave] >= 0)
            {
                source.Load(Wide * wave).Store(scratch, Wide * targets[wave]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Gather<TSink>(int group, T* scratch, ref TSink sink)
        where TSink : struct, IComplexSink<TLanes, T>
    {
        var zero = new Wave<TLanes, T>(TLanes.Broadcast(0), TLanes.Broadcast(0));
        var targets = layout.Targets.AsSpan(group == 0 ? 0 : 1);
        for (var wave = 0; wave < targets.Length; wave++)
        {
            sink.Store(Wide * wave, targets[wave] >= 0 ? Wave<TLanes, T>.Load(scratch, Wide * targets[wave]) : zero);
        }
    }

    // The first column's two real fields a and b: of modes a(l), and b(l) in place of a(-l), to those of a + ib.
    private void Fold(T* scratch)
    {
        var (places, n, im) = (layout.AlongY.Places, layout.PointsY, TLanes.Count);
        var others = scratch + (Wide * n);
        scratch[(Wide * places[0]) + im] = others[0];
        scratch[(Wide * places[n / 2]) + im] = others[1];
        for (var l = 1; l < n / 2; l++)
        {
            T* p = scratch + (Wide * places[l]), q = scratch + (Wide * places[n - l]);
            var (ar, ai, br, bi) = (p[0], p[im], q[0], q[im]);
            (p[0], p[im]) = (ar - bi, ai + br);
            (q[0], q[im]) = (ar + bi, br - ai);
        }
    }

    // The inverse.
    private void Unfold(T* scratch)
    {
        var (places, n, im) = (layout.AlongY.Places, layout.PointsY, TLanes.Count);
        var others = scratch + (Wide * n);
        new Span<T>(others, Wide).Clear();
        T* mean = scratch + (Wide * places[0]), last = scratch + (Wide * places[n / 2]);
        (others[0], mean[im]) = (mean[im], T.Zero);
        (others[1], last[im]) = (last[im], T.Zero);
        var half = T.CreateTruncating(0.5);
        for (var l = 1; l < n / 2; l++)
        {
            T* p = scratch + (Wide * places[l]), q = scratch + (Wide * places[n - l]);
            var (pr, pi, qr, qi) = (p[0], p[im], q[0], q[im]);
            (p[0], p[im]) = (half * (pr + qr), half * (pi - qi));
            (q[0], q[im]) = (half * (pi + qi), half * (qr - pr));
        }
    }
}

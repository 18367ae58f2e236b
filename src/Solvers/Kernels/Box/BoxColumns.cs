using System.Runtime.CompilerServices;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>
/// Transforms along y of a group of columns: from modes times a symbol to a plane, and back onto modes.
/// </summary>
internal sealed unsafe class BoxColumns<TLanes>(BoxLayout<TLanes> layout)
    where TLanes : unmanaged, ILanes<TLanes>
{
    private static int Wide => 2 * TLanes.Count;

    /// <summary>A symbol times modes, to the group's rows of a plane.</summary>
    /// <param name="group">The group.</param>
    /// <param name="modes">The group's modes.</param>
    /// <param name="symbol">One factor a mode, with the scale of the inverse transform.</param>
    /// <param name="plane">The whole plane.</param>
    /// <param name="scratch">Room for a column and one wave more.</param>
    public void ToPlane(int group, double* modes, BoxFactors symbol, double* plane, double* scratch)
    {
        if (symbol.IsReal)
        {
            var real = new RealTimes<TLanes>(modes, symbol.Real, group, false);
            ToPlane(group, ref real, plane, scratch);
        }
        else if (symbol.IsImaginary)
        {
            var imaginary = new ImaginaryTimes<TLanes>(modes, symbol.Imaginary, group, false);
            ToPlane(group, ref imaginary, plane, scratch);
        }
        else
        {
            var complex = new ComplexTimes<TLanes>(modes, symbol, group, false);
            ToPlane(group, ref complex, plane, scratch);
        }
    }

    /// <summary>
    /// The group's rows of a plane, to a symbol times modes, in place of those there or added to them.
    /// </summary>
    public void ToModes(int group, double* plane, BoxFactors symbol, double* modes, bool adds, double* scratch)
    {
        if (symbol.IsReal)
        {
            var real = new RealTimes<TLanes>(modes, symbol.Real, group, adds);
            ToModes(group, plane, ref real, scratch);
        }
        else if (symbol.IsImaginary)
        {
            var imaginary = new ImaginaryTimes<TLanes>(modes, symbol.Imaginary, group, adds);
            ToModes(group, plane, ref imaginary, scratch);
        }
        else
        {
            var complex = new ComplexTimes<TLanes>(modes, symbol, group, adds);
            ToModes(group, plane, ref complex, scratch);
        }
    }

    private void ToPlane<TSource>(int group, ref TSource source, double* plane, double* scratch)
        where TSource : struct, IComplexSource<TLanes>
    {
        var rows = new LaneArray<TLanes>(plane + (Wide * (nint)group * layout.Planes.Stride));
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

        var column = new LaneArray<TLanes>(scratch);
        layout.AlongY.Inverse(ref column, ref rows, scratch);
    }

    private void ToModes<TSink>(int group, double* plane, ref TSink sink, double* scratch)
        where TSink : struct, IComplexSink<TLanes>
    {
        var rows = new LaneArray<TLanes>(plane + (Wide * (nint)group * layout.Planes.Stride));
        if (group > 0 && !layout.IsPadded)
        {
            layout.AlongY.Forward(ref rows, ref sink, scratch);
            return;
        }

        var column = new LaneArray<TLanes>(scratch);
        layout.AlongY.Forward(ref rows, ref column, scratch);
        if (group == 0)
        {
            Unfold(scratch);
        }

        Gather(group, scratch, ref sink);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Spread<TSource>(int group, ref TSource source, double* scratch)
        where TSource : struct, IComplexSource<TLanes>
    {
        if (layout.IsPadded)
        {
            new Span<double>(scratch, Wide * layout.PointsY).Clear();
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
    private void Gather<TSink>(int group, double* scratch, ref TSink sink)
        where TSink : struct, IComplexSink<TLanes>
    {
        var zero = new Wave<TLanes>(TLanes.Broadcast(0), TLanes.Broadcast(0));
        var targets = layout.Targets.AsSpan(group == 0 ? 0 : 1);
        for (var wave = 0; wave < targets.Length; wave++)
        {
            sink.Store(Wide * wave, targets[wave] >= 0 ? Wave<TLanes>.Load(scratch, Wide * targets[wave]) : zero);
        }
    }

    // The first column's two real fields a and b: of modes a(l), and b(l) in place of a(-l), to those of a + ib.
    private void Fold(double* scratch)
    {
        var (places, n, im) = (layout.AlongY.Places, layout.PointsY, TLanes.Count);
        var others = scratch + (Wide * n);
        scratch[(Wide * places[0]) + im] = others[0];
        scratch[(Wide * places[n / 2]) + im] = others[1];
        for (var l = 1; l < n / 2; l++)
        {
            double* p = scratch + (Wide * places[l]), q = scratch + (Wide * places[n - l]);
            var (ar, ai, br, bi) = (p[0], p[im], q[0], q[im]);
            (p[0], p[im]) = (ar - bi, ai + br);
            (q[0], q[im]) = (ar + bi, br - ai);
        }
    }

    // The inverse.
    private void Unfold(double* scratch)
    {
        var (places, n, im) = (layout.AlongY.Places, layout.PointsY, TLanes.Count);
        var others = scratch + (Wide * n);
        new Span<double>(others, Wide).Clear();
        double* mean = scratch + (Wide * places[0]), half = scratch + (Wide * places[n / 2]);
        (others[0], mean[im]) = (mean[im], 0);
        (others[1], half[im]) = (half[im], 0);
        for (var l = 1; l < n / 2; l++)
        {
            double* p = scratch + (Wide * places[l]), q = scratch + (Wide * places[n - l]);
            var (pr, pi, qr, qi) = (p[0], p[im], q[0], q[im]);
            (p[0], p[im]) = (0.5 * (pr + qr), 0.5 * (pi - qi));
            (q[0], q[im]) = (0.5 * (pi + qi), 0.5 * (qr - pr));
        }
    }
}

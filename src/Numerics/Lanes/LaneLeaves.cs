using System.Runtime.CompilerServices;

namespace Sci.Numerics.Lanes;

/// <summary>
/// The level next to the points: real transforms of 4 or 8 neighbours, with the caller's source or sink.
/// </summary>
/// <remarks>A leaf of modes is (0 with n/2), 1, 2, …; a leaf of points is in natural order.</remarks>
internal static unsafe class LaneLeaves<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    private const double HalfRoot = 0.70710678118654752440;
    private const double Root = 1.41421356237309504880;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward4<TSource>(ref TSource source, double* work, nint first, nint count)
        where TSource : struct, IPointSource<TLanes>
    {
        for (var p = first; p < first + count; p += 2)
        {
            var a = source.Load(2 * p);
            var b = source.Load((2 * p) + 1);
            var c = source.Load((2 * p) + 2);
            var d = source.Load((2 * p) + 3);
            var even = a + c;
            var odd = b + d;
            new Wave<TLanes>(even + odd, even - odd).Store(work, p);
            new Wave<TLanes>(a - c, d - b).Store(work, p + 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Inverse4<TSink>(ref TSink sink, double* work, nint first, nint count)
        where TSink : struct, IPointSink<TLanes>
    {
        for (var p = first; p < first + count; p += 2)
        {
            var ends = Wave<TLanes>.Load(work, p);
            var x = Wave<TLanes>.Load(work, p + 1);
            var plus = ends.Re + ends.Im;
            var minus = ends.Re - ends.Im;
            var re = x.Re + x.Re;
            var im = x.Im + x.Im;
            sink.Store(2 * p, plus + re);
            sink.Store((2 * p) + 1, minus - im);
            sink.Store((2 * p) + 2, plus - re);
            sink.Store((2 * p) + 3, minus + im);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward8<TSource>(ref TSource source, double* work, nint first, nint count)
        where TSource : struct, IPointSource<TLanes>
    {
        var half = TLanes.Broadcast(HalfRoot);
        for (var p = first; p < first + count; p += 4)
        {
            var s = 2 * p;
            var a = source.Load(s);
            var b = source.Load(s + 4);
            var s0 = a + b;
            var d0 = a - b;
            a = source.Load(s + 1);
            b = source.Load(s + 5);
            var s1 = a + b;
            var d1 = a - b;
            a = source.Load(s + 2);
            b = source.Load(s + 6);
            var s2 = a + b;
            var d2 = a - b;
            a = source.Load(s + 3);
            b = source.Load(s + 7);
            var s3 = a + b;
            var d3 = a - b;
            var even = s0 + s2;
            var odd = s1 + s3;
            new Wave<TLanes>(even + odd, even - odd).Store(work, p);
            new Wave<TLanes>(s0 - s2, s3 - s1).Store(work, p + 2);
            var difference = (d1 - d3) * half;
            var sum = (d1 + d3) * half;
            new Wave<TLanes>(d0 + difference, TLanes.Broadcast(0) - (d2 + sum)).Store(work, p + 1);
            new Wave<TLanes>(d0 - difference, d2 - sum).Store(work, p + 3);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Inverse8<TSink>(ref TSink sink, double* work, nint first, nint count)
        where TSink : struct, IPointSink<TLanes>
    {
        var root = TLanes.Broadcast(Root);
        for (var p = first; p < first + count; p += 4)
        {
            var ends = Wave<TLanes>.Load(work, p);
            var y = Wave<TLanes>.Load(work, p + 1);
            var x = Wave<TLanes>.Load(work, p + 2);
            var z = Wave<TLanes>.Load(work, p + 3);
            var s = 2 * p;
            var end = ends.Re + ends.Im;
            var middle = x.Re + x.Re;
            var sum = end + middle;
            var difference = y.Re + z.Re;
            difference += difference;
            sink.Store(s, sum + difference);
            sink.Store(s + 4, sum - difference);
            sum = end - middle;
            difference = z.Im - y.Im;
            difference += difference;
            sink.Store(s + 2, sum + difference);
            sink.Store(s + 6, sum - difference);
            end = ends.Re - ends.Im;
            middle = x.Im + x.Im;
            var across = y.Re - z.Re;
            var down = y.Im + z.Im;
            sum = end - middle;
            difference = (across - down) * root;
            sink.Store(s + 1, sum + difference);
            sink.Store(s + 5, sum - difference);
            sum = end + middle;
            difference = (across + down) * root;
            sink.Store(s + 3, sum - difference);
            sink.Store(s + 7, sum + difference);
        }
    }
}

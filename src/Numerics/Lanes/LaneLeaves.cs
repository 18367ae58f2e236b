using System.Numerics;
using System.Runtime.CompilerServices;

namespace Sci.Numerics.Lanes;

/// <summary>
/// The level next to the points: real transforms of 4 or 8 neighbours, with the caller's source or sink.
/// </summary>
/// <remarks>
/// A leaf of modes is (0 with n/2), 1, 2, …; a leaf of points is in natural order. Inside, both are counted in numbers.
/// </remarks>
internal static unsafe class LaneLeaves<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private const double HalfRoot = 0.70710678118654752440;
    private const double Root = 1.41421356237309504880;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward4<TSource>(ref TSource source, T* work, nint first, nint count)
        where TSource : struct, IPointSource<TLanes, T>
    {
        nint one = TLanes.Count, wide = 2 * one;
        for (var p = wide * first; p < wide * (first + count); p += 2 * wide)
        {
            var a = source.Load(p);
            var b = source.Load(p + one);
            var c = source.Load(p + (2 * one));
            var d = source.Load(p + (3 * one));
            var even = a + c;
            var odd = b + d;
            new Wave<TLanes, T>(even + odd, even - odd).Store(work, p);
            new Wave<TLanes, T>(a - c, d - b).Store(work, p + wide);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Inverse4<TSink>(ref TSink sink, T* work, nint first, nint count)
        where TSink : struct, IPointSink<TLanes, T>
    {
        nint one = TLanes.Count, wide = 2 * one;
        for (var p = wide * first; p < wide * (first + count); p += 2 * wide)
        {
            var ends = Wave<TLanes, T>.Load(work, p);
            var x = Wave<TLanes, T>.Load(work, p + wide);
            var plus = ends.Re + ends.Im;
            var minus = ends.Re - ends.Im;
            var re = x.Re + x.Re;
            var im = x.Im + x.Im;
            sink.Store(p, plus + re);
            sink.Store(p + one, minus - im);
            sink.Store(p + (2 * one), plus - re);
            sink.Store(p + (3 * one), minus + im);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward8<TSource>(ref TSource source, T* work, nint first, nint count)
        where TSource : struct, IPointSource<TLanes, T>
    {
        var half = TLanes.Broadcast(HalfRoot);
        nint one = TLanes.Count, wide = 2 * one;
        for (var p = wide * first; p < wide * (first + count); p += 4 * wide)
        {
            var a = source.Load(p);
            var b = source.Load(p + (4 * one));
            var s0 = a + b;
            var d0 = a - b;
            a = source.Load(p + one);
            b = source.Load(p + (5 * one));
            var s1 = a + b;
            var d1 = a - b;
            a = source.Load(p + (2 * one));
            b = source.Load(p + (6 * one));
            var s2 = a + b;
            var d2 = a - b;
            a = source.Load(p + (3 * one));
            b = source.Load(p + (7 * one));
            var s3 = a + b;
            var d3 = a - b;
            var even = s0 + s2;
            var odd = s1 + s3;
            new Wave<TLanes, T>(even + odd, even - odd).Store(work, p);
            new Wave<TLanes, T>(s0 - s2, s3 - s1).Store(work, p + (2 * wide));
            var difference = (d1 - d3) * half;
            var sum = (d1 + d3) * half;
            new Wave<TLanes, T>(d0 + difference, TLanes.Broadcast(0) - (d2 + sum)).Store(work, p + wide);
            new Wave<TLanes, T>(d0 - difference, d2 - sum).Store(work, p + (3 * wide));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Inverse8<TSink>(ref TSink sink, T* work, nint first, nint count)
        where TSink : struct, IPointSink<TLanes, T>
    {
        var root = TLanes.Broadcast(Root);
        nint one = TLanes.Count, wide = 2 * one;
        for (var p = wide * first; p < wide * (first + count); p += 4 * wide)
        {
            var ends = Wave<TLanes, T>.Load(work, p);
            var y = Wave<TLanes, T>.Load(work, p + wide);
            var x = Wave<TLanes, T>.Load(work, p + (2 * wide));
            var z = Wave<TLanes, T>.Load(work, p + (3 * wide));
            var end = ends.Re + ends.Im;
            var middle = x.Re + x.Re;
            var sum = end + middle;
            var difference = y.Re + z.Re;
            difference += difference;
            sink.Store(p, sum + difference);
            sink.Store(p + (4 * one), sum - difference);
            sum = end - middle;
            difference = z.Im - y.Im;
            difference += difference;
            sink.Store(p + (2 * one), sum + difference);
            sink.Store(p + (6 * one), sum - difference);
            end = ends.Re - ends.Im;
            middle = x.Im + x.Im;
            var across = y.Re - z.Re;
            var down = y.Im + z.Im;
            sum = end - middle;
            difference = (across - down) * root;
            sink.Store(p + one, sum + difference);
            sink.Store(p + (5 * one), sum - difference);
            sum = end + middle;
            difference = (across + down) * root;
            sink.Store(p + (3 * one), sum - difference);
            sink.Store(p + (7 * one), sum + difference);
        }
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace Sci.Numerics.Lanes;

/// <summary>The levels of <see cref="ComplexLevels{TLanes, T}"/> by radix 5, waves counted in numbers.</summary>
internal static unsafe class FiveLevels<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private const double Cos1 = 0.30901699437494742410;
    private const double Cos2 = -0.80901699437494742410;
    private const double Sin1 = 0.95105651629515357212;
    private const double Sin2 = 0.58778525229247312917;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Split<TSource>(
        ref TSource source, T* work, nint first, nint count, nint part, T* factors)
        where TSource : struct, IComplexSource<TLanes, T>
    {
        for (var block = first; block < first + count; block += 5 * part)
        {
            var w = factors;
            for (var j = block; j < block + part; j += Wave<TLanes, T>.Wide, w += 8)
            {
                var a = source.Load(j);
                var (near, nearTurn) = Pair(source.Load(j + part), source.Load(j + (4 * part)));
                var (far, farTurn) = Pair(source.Load(j + (2 * part)), source.Load(j + (3 * part)));
                var (even1, odd1) = Mix(a, near, far, nearTurn, farTurn, Cos1, Cos2, Sin1, Sin2);
                var (even2, odd2) = Mix(a, near, far, nearTurn, farTurn, Cos2, Cos1, Sin2, -Sin1);
                (a + near + far).Store(work, j);
                even1.MinusTurned(odd1).Times(w).Store(work, j + part);
                even2.MinusTurned(odd2).Times(w + 2).Store(work, j + (2 * part));
                even2.PlusTurned(odd2).Times(w + 4).Store(work, j + (3 * part));
                even1.PlusTurned(odd1).Times(w + 6).Store(work, j + (4 * part));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Join<TSink>(ref TSink sink, T* work, nint first, nint count, nint part, T* factors)
        where TSink : struct, IComplexSink<TLanes, T>
    {
        for (var block = first; block < first + count; block += 5 * part)
        {
            var w = factors;
            for (var j = block; j < block + part; j += Wave<TLanes, T>.Wide, w += 8)
            {
                var a = Wave<TLanes, T>.Load(work, j);
                var (near, nearTurn) = Pair(Factored(work, j + part, w), Factored(work, j + (4 * part), w + 6));
                var (far, farTurn) = Pair(Factored(work, j + (2 * part), w + 2), Factored(work, j + (3 * part), w + 4));
                var (even1, odd1) = Mix(a, near, far, nearTurn, farTurn, Cos1, Cos2, Sin1, Sin2);
                var (even2, odd2) = Mix(a, near, far, nearTurn, farTurn, Cos2, Cos1, Sin2, -Sin1);
                sink.Store(j, a + near + far);
                sink.Store(j + part, even1.PlusTurned(odd1));
                sink.Store(j + (2 * part), even2.PlusTurned(odd2));
                sink.Store(j + (3 * part), even2.MinusTurned(odd2));
                sink.Store(j + (4 * part), even1.MinusTurned(odd1));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wave<TLanes, T> Factored(T* work, nint at, T* w) =>
        Wave<TLanes, T>.Load(work, at).TimesConjugate(w);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Wave<TLanes, T> Sum, Wave<TLanes, T> Difference) Pair(Wave<TLanes, T> a, Wave<TLanes, T> b) =>
        (a + b, a - b);

    // a + c₁x + c₂y and s₁p + s₂q.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Wave<TLanes, T> Even, Wave<TLanes, T> Odd) Mix(
        Wave<TLanes, T> a, Wave<TLanes, T> x, Wave<TLanes, T> y, Wave<TLanes, T> p, Wave<TLanes, T> q, double c1,
        double c2, double s1, double s2) =>
        (a.Plus(TLanes.Broadcast(c1), x).Plus(TLanes.Broadcast(c2), y),
            p.Times(TLanes.Broadcast(s1)).Plus(TLanes.Broadcast(s2), q));
}

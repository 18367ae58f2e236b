using System.Numerics;
using System.Runtime.CompilerServices;

namespace Sci.Numerics.Lanes;

/// <summary>The levels of a complex transform above its leaves.</summary>
/// <remarks>
/// Split (forward): r parts of a block of r·<c>part</c> waves become their r-point transforms, times w^qj. Join
/// (inverse): the transpose with conjugates. A block of a level is read whole before it is written, butterfly by
/// butterfly. Inside, waves are counted in numbers.
/// </remarks>
internal static unsafe class ComplexLevels<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    /// <summary>A forward level over <paramref name="count"/> waves from <paramref name="first"/> on.</summary>
    public static void Split<TSource>(
        int radix, ref TSource source, T* work, nint first, nint count, nint part, T* factors)
        where TSource : struct, IComplexSource<TLanes, T>
    {
        var wide = Wave<TLanes, T>.Wide;
        (first, count, part) = (wide * first, wide * count, wide * part);
        switch (radix)
        {
            case 3:
                Split3(ref source, work, first, count, part, factors);
                break;
            case 4:
                Split4(ref source, work, first, count, part, factors);
                break;
            default:
                FiveLevels<TLanes, T>.Split(ref source, work, first, count, part, factors);
                break;
        }
    }

    /// <summary>An inverse level over <paramref name="count"/> waves from <paramref name="first"/> on.</summary>
    public static void Join<TSink>(
        int radix, ref TSink sink, T* work, nint first, nint count, nint part, T* factors)
        where TSink : struct, IComplexSink<TLanes, T>
    {
        var wide = Wave<TLanes, T>.Wide;
        (first, count, part) = (wide * first, wide * count, wide * part);
        switch (radix)
        {
            case 3:
                Join3(ref sink, work, first, count, part, factors);
                break;
            case 4:
                Join4(ref sink, work, first, count, part, factors);
                break;
            default:
                FiveLevels<TLanes, T>.Join(ref sink, work, first, count, part, factors);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Split4<TSource>(
        ref TSource source, T* work, nint first, nint count, nint part, T* factors)
        where TSource : struct, IComplexSource<TLanes, T>
    {
        for (var block = first; block < first + count; block += 4 * part)
        {
            var w = factors;
            for (var j = block; j < block + part; j += Wave<TLanes, T>.Wide, w += 6)
            {
                var a = source.Load(j);
                var c = source.Load(j + (2 * part));
                var even = a + c;
                var evenOther = a - c;
                var b = source.Load(j + part);
                var d = source.Load(j + (3 * part));
                var odd = b + d;
                var oddOther = b - d;
                (even + odd).Store(work, j);
                (even - odd).Times(w + 2).Store(work, j + (2 * part));
                evenOther.MinusTurned(oddOther).Times(w).Store(work, j + part);
                evenOther.PlusTurned(oddOther).Times(w + 4).Store(work, j + (3 * part));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Join4<TSink>(ref TSink sink, T* work, nint first, nint count, nint part, T* factors)
        where TSink : struct, IComplexSink<TLanes, T>
    {
        for (var block = first; block < first + count; block += 4 * part)
        {
            var w = factors;
            for (var j = block; j < block + part; j += Wave<TLanes, T>.Wide, w += 6)
            {
                var a = Wave<TLanes, T>.Load(work, j);
                var c = Wave<TLanes, T>.Load(work, j + (2 * part)).TimesConjugate(w + 2);
                var even = a + c;
                var evenOther = a - c;
                var b = Wave<TLanes, T>.Load(work, j + part).TimesConjugate(w);
                var d = Wave<TLanes, T>.Load(work, j + (3 * part)).TimesConjugate(w + 4);
                var odd = b + d;
                var oddOther = b - d;
                sink.Store(j, even + odd);
                sink.Store(j + (2 * part), even - odd);
                sink.Store(j + part, evenOther.PlusTurned(oddOther));
                sink.Store(j + (3 * part), evenOther.MinusTurned(oddOther));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Split3<TSource>(
        ref TSource source, T* work, nint first, nint count, nint part, T* factors)
        where TSource : struct, IComplexSource<TLanes, T>
    {
        var (half, root) = (TLanes.Broadcast(0.5), TLanes.Broadcast(0.86602540378443864676));
        for (var block = first; block < first + count; block += 3 * part)
        {
            var w = factors;
            for (var j = block; j < block + part; j += Wave<TLanes, T>.Wide, w += 4)
            {
                var a = source.Load(j);
                var b = source.Load(j + part);
                var c = source.Load(j + (2 * part));
                var sum = b + c;
                var turn = (b - c).Times(root);
                var rest = a.Minus(half, sum);
                (a + sum).Store(work, j);
                rest.MinusTurned(turn).Times(w).Store(work, j + part);
                rest.PlusTurned(turn).Times(w + 2).Store(work, j + (2 * part));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Join3<TSink>(ref TSink sink, T* work, nint first, nint count, nint part, T* factors)
        where TSink : struct, IComplexSink<TLanes, T>
    {
        var (half, root) = (TLanes.Broadcast(0.5), TLanes.Broadcast(0.86602540378443864676));
        for (var block = first; block < first + count; block += 3 * part)
        {
            var w = factors;
            for (var j = block; j < block + part; j += Wave<TLanes, T>.Wide, w += 4)
            {
                var a = Wave<TLanes, T>.Load(work, j);
                var b = Wave<TLanes, T>.Load(work, j + part).TimesConjugate(w);
                var c = Wave<TLanes, T>.Load(work, j + (2 * part)).TimesConjugate(w + 2);
                var sum = b + c;
                var turn = (b - c).Times(root);
                var rest = a.Minus(half, sum);
                sink.Store(j, a + sum);
                sink.Store(j + part, rest.PlusTurned(turn));
                sink.Store(j + (2 * part), rest.MinusTurned(turn));
            }
        }
    }
}

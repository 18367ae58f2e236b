using System.Numerics;
using System.Runtime.CompilerServices;

namespace Sci.Numerics.Lanes;

/// <summary>
/// Fourier transforms of as many complex fields at once as a vector has lanes, without any permutation.
/// </summary>
/// <remarks>
/// Radices 5, 3 and 4 with leaves of 4 or 8. Forward decimates in frequency from points in order to modes where the
/// butterflies leave them (<see cref="Places"/>), inverse in time from there back to points in order; neither is
/// normalised. What enters and leaves passes through sources and sinks of the caller's, which the compiler inlines.
/// </remarks>
internal sealed unsafe class ComplexFft<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    /// <summary>
    /// Points that are swept level by level; longer transforms are done part by part, in the nearest cache.
    /// </summary>
    private const int InCache = 256;

    private readonly int[] radices;
    private readonly int leaf;
    private readonly AlignedMemory<T> twiddles;

    public ComplexFft(int points)
    {
        if (!Fits(points))
        {
            throw new ArgumentOutOfRangeException(
                nameof(points), points, "Lanes transform multiples of 8 from 16 on without prime factors above 5.");
        }

        Size = points;
        leaf = (BitOperations.TrailingZeroCount(points) & 1) == 0 ? 4 : 8;
        radices = Radices(points / leaf);
        Places = ModePlaces();
        twiddles = Twiddles();
    }

    /// <summary>Number of points n of a field.</summary>
    public int Size { get; }

    /// <summary>The place of each mode, 0 to n - 1, in an array of modes.</summary>
    public int[] Places { get; }

    /// <summary>Whether fields of so many points can be transformed.</summary>
    public static bool Fits(int points)
    {
        if (points < 16 || points % 8 != 0)
        {
            return false;
        }

        var rest = points >> BitOperations.TrailingZeroCount(points);
        while (rest % 5 == 0)
        {
            rest /= 5;
        }

        while (rest % 3 == 0)
        {
            rest /= 3;
        }

        return rest == 1;
    }

    /// <summary>
    /// Points to modes; <paramref name="work"/> has room for n waves and may be the source's or the sink's.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Forward<TSource, TSink>(ref TSource source, ref TSink sink, T* work)
        where TSource : struct, IComplexSource<TLanes, T>
        where TSink : struct, IComplexSink<TLanes, T>
    {
        var part = Size / radices[0];
        ComplexLevels<TLanes, T>.Split(radices[0], ref source, work, 0, Size, part, twiddles.Pointer);
        var next = twiddles.Pointer + Factors(radices[0], part);
        if (Size <= InCache)
        {
            Descend(ref sink, work, 0, Size, part, next);
            return;
        }

        for (nint first = 0; first < Size; first += part)
        {
            Descend(ref sink, work, first, part, part, next);
        }
    }

    /// <summary>
    /// Modes to points; <paramref name="work"/> has room for n waves and may be the source's or the sink's.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Inverse<TSource, TSink>(ref TSource source, ref TSink sink, T* work)
        where TSource : struct, IComplexSource<TLanes, T>
        where TSink : struct, IComplexSink<TLanes, T>
    {
        var part = Size / radices[0];
        var end = twiddles.Pointer + twiddles.Length;
        if (Size <= InCache)
        {
            Ascend(ref source, work, 0, Size, end);
        }
        else
        {
            for (nint first = 0; first < Size; first += part)
            {
                Ascend(ref source, work, first, part, end);
            }
        }

        ComplexLevels<TLanes, T>.Join(radices[0], ref sink, work, 0, Size, part, twiddles.Pointer);
    }

    // The levels after the first, in the waves from `first` on.
    private void Descend<TSink>(ref TSink sink, T* work, nint first, nint count, int length, T* factors)
        where TSink : struct, IComplexSink<TLanes, T>
    {
        var plain = new LaneArray<TLanes, T>(work);
        for (var level = 1; level < radices.Length; level++)
        {
            var part = length / radices[level];
            ComplexLevels<TLanes, T>.Split(radices[level], ref plain, work, first, count, part, factors);
            factors += Factors(radices[level], part);
            length = part;
        }

        ComplexLeaves<TLanes, T>.Forward(leaf, ref sink, work, first, count);
    }

    private void Ascend<TSource>(ref TSource source, T* work, nint first, nint count, T* factors)
        where TSource : struct, IComplexSource<TLanes, T>
    {
        ComplexLeaves<TLanes, T>.Inverse(leaf, ref source, work, first, count);
        var plain = new LaneArray<TLanes, T>(work);
        var part = leaf;
        for (var level = radices.Length - 1; level > 0; level--)
        {
            factors -= Factors(radices[level], part);
            ComplexLevels<TLanes, T>.Join(radices[level], ref plain, work, first, count, part, factors);
            part *= radices[level];
        }
    }

    private static int Factors(int radix, int part) => 2 * (radix - 1) * part;

    private static int[] Radices(int rest)
    {
        var radices = new List<int>();
        foreach (var radix in (int[])[5, 3, 4])
        {
            for (; rest % radix == 0; rest /= radix)
            {
                radices.Add(radix);
            }
        }

        return radices.Count > 0 ? [.. radices] : throw new ArgumentOutOfRangeException(nameof(rest));
    }

    // Part q of a level holds the modes that leave q when divided by the radix.
    private int[] ModePlaces()
    {
        var places = new int[Size];
        for (var mode = 0; mode < Size; mode++)
        {
            var (rest, part) = (mode, Size);
            foreach (var radix in (int[])[.. radices, leaf])
            {
                part /= radix;
                places[mode] += rest % radix * part;
                rest /= radix;
            }
        }

        return places;
    }

    // Level by level, for every j of a part w^j, w^2j, … with w = exp(-2πi/length).
    private AlignedMemory<T> Twiddles()
    {
        var numbers = new List<T>();
        var length = Size;
        foreach (var radix in radices)
        {
            var part = length / radix;
            for (var j = 0; j < part; j++)
            {
                for (var q = 1; q < radix; q++)
                {
                    var (sin, cos) = Math.SinCos(-2 * Math.PI * ((long)q * j % length) / length);
                    numbers.AddRange([T.CreateTruncating(cos), T.CreateTruncating(sin)]);
                }
            }

            length = part;
        }

        var memory = new AlignedMemory<T>(numbers.Count);
        numbers.ToArray().CopyTo(memory.Values);
        return memory;
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace Sci.Numerics.Lanes;

/// <summary>Fourier transforms of as many real fields at once as a vector has lanes, without any permutation.</summary>
/// <remarks>
/// Sorensen et al. (1987), doi:10.1109/TASSP.1987.1165220, with radix 4: of every conjugate pair one mode is kept, so a
/// transform costs half of a complex one and members do not mix, to the bit. Forward decimates in time from
/// digit-reversed points (<see cref="Points"/>) to modes in the places where the butterflies leave them
/// (<see cref="Modes"/>); inverse goes the same way back. Neither is normalised. What enters and leaves passes through
/// sources and sinks of the caller's, which the compiler inlines: symbols and products cost no sweep of their own.
/// </remarks>
internal sealed unsafe class LaneFft<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    /// <summary>
    /// Points that are swept level by level; longer transforms are done quarter by quarter, in the nearest cache.
    /// </summary>
    private const int InCache = 512;

    private readonly AlignedMemory<T> twiddles;
    private readonly AlignedMemory<T>? spread;
    private readonly int leaf;
    private readonly int block;

    public LaneFft(int points)
    {
        if (!Fits(points))
        {
            throw new ArgumentOutOfRangeException(
                nameof(points), points, "Lanes transform powers of two from 16 on; one member's places, from 64 on.");
        }

        Size = points;
        leaf = (int.Log2(points) & 1) == 0 ? 4 : 8;
        block = leaf == 8 ? 8 : 16;
        Points = LanePlaces.Points(points, leaf);
        Modes = LanePlaces.Modes(points, leaf);
        twiddles = Twiddles();
        if (IsSpread)
        {
            Points = LanePlaces.Spread(Points, block);
            spread = SpreadTwiddles();
        }
    }

    /// <summary>Number of points n of a field.</summary>
    public int Size { get; }

    /// <summary>The point that lies at each place of an array of points, shape [n].</summary>
    public int[] Points { get; }

    /// <summary>
    /// The mode, 0 to n - 1, that lies at each place of an array of modes, shape [n/2]; place 0 holds mode n/2 too.
    /// </summary>
    public int[] Modes { get; }

    /// <summary>Number of numbers in an array of points or modes.</summary>
    public int Length => TLanes.Members * Size;

    /// <summary>
    /// Number of vectors of modes in an array: each a vector of real parts and one of imaginary ones.
    /// </summary>
    public int Waves => Length / (2 * TLanes.Count);

    // One member: its places lie in the lanes, above blocks of which four lie in the lanes.
    private static bool IsSpread => TLanes.Members == 1;

    /// <summary>Whether fields of so many points can be transformed.</summary>
    public static bool Fits(int points) => points >= (IsSpread ? 64 : 16) && int.IsPow2(points);

    /// <summary>
    /// Where the real part of a place's mode lies in an array; the imaginary part, a vector further on.
    /// </summary>
    public static int ModeAt(int place, int member) =>
        IsSpread ? (2 * TLanes.Count * (place / TLanes.Count))
            + (place % TLanes.Count) : (2 * TLanes.Count * place) + member;

    /// <summary>Where a place's point lies in an array.</summary>
    public static int PointAt(int place, int member) => (TLanes.Members * place) + member;

    /// <summary>
    /// Points to modes; <paramref name="work"/> has <see cref="Length"/> values and may be the source's or the sink's.
    /// </summary>
    public void Forward<TSource, TSink>(ref TSource source, ref TSink sink, T* work)
        where TSource : struct, IPointSource<TLanes, T>
        where TSink : struct, IWaveSink<TLanes, T>
    {
        if (IsSpread)
        {
            ForwardSpread(ref source, ref sink, work);
            return;
        }

        for (var quarter = 0; quarter < 4; quarter++)
        {
            Ascend(ref source, work, quarter * (Size / 8), Size / 4, twiddles.Pointer + (6 * (Size / 8)));
        }

        LaneEnds<TLanes, T>.Last(ref sink, work, Wave<TLanes, T>.Wide * (Size / 8), twiddles.Pointer);
    }

    /// <summary>
    /// Modes to points; <paramref name="work"/> has <see cref="Length"/> values and may be the source's or the sink's.
    /// </summary>
    public void Inverse<TSource, TSink>(ref TSource source, ref TSink sink, T* work)
        where TSource : struct, IWaveSource<TLanes, T>
        where TSink : struct, IPointSink<TLanes, T>
    {
        if (IsSpread)
        {
            InverseSpread(ref source, ref sink, work);
            return;
        }

        LaneEnds<TLanes, T>.First(ref source, work, Wave<TLanes, T>.Wide * (Size / 8), twiddles.Pointer);
        for (var quarter = 0; quarter < 4; quarter++)
        {
            Descend(ref sink, work, quarter * (Size / 8), Size / 4, twiddles.Pointer + (6 * (Size / 8)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ForwardSpread<TSource, TSink>(ref TSource source, ref TSink sink, T* work)
        where TSource : struct, IPointSource<TLanes, T>
        where TSink : struct, IWaveSink<TLanes, T>
    {
        if (leaf == 8)
        {
            LaneLeaves<TLanes, T>.Forward8(ref source, work, 0, Waves);
        }
        else
        {
            LaneLeaves<TLanes, T>.Forward4(ref source, work, 0, Waves);
            LaneLevels<TLanes, T>.Up(work, 0, Waves, block, twiddles.Pointer + Offset(Size, block));
        }

        if (typeof(T) == typeof(float))
        {
            PlaceBlocks<SingleQuad, float>.Spread((float*)work, Waves, block / 2);
        }
        else
        {
            PlaceBlocks<DoubleQuad, double>.Spread((double*)work, Waves, block / 2);
        }

        for (var length = 4 * block; length < Size; length *= 4)
        {
            PlaceLevels<TLanes, T>.Up(work, Waves, length, spread!.Pointer + Offset(Size, length));
        }

        PlaceLevels<TLanes, T>.Last(ref sink, work, Size / 4, spread!.Pointer);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void InverseSpread<TSource, TSink>(ref TSource source, ref TSink sink, T* work)
        where TSource : struct, IWaveSource<TLanes, T>
        where TSink : struct, IPointSink<TLanes, T>
    {
        PlaceLevels<TLanes, T>.First(ref source, work, Size / 4, spread!.Pointer);
        for (var length = Size / 4; length > block; length /= 4)
        {
            PlaceLevels<TLanes, T>.Down(work, Waves, length, spread.Pointer + Offset(Size, length));
        }

        if (typeof(T) == typeof(float))
        {
            PlaceBlocks<SingleQuad, float>.Gather((float*)work, Waves, block / 2);
        }
        else
        {
            PlaceBlocks<DoubleQuad, double>.Gather((double*)work, Waves, block / 2);
        }

        if (leaf == 8)
        {
            LaneLeaves<TLanes, T>.Inverse8(ref sink, work, 0, Waves);
        }
        else
        {
            LaneLevels<TLanes, T>.Down(work, 0, Waves, block, twiddles.Pointer + Offset(Size, block));
            LaneLeaves<TLanes, T>.Inverse4(ref sink, work, 0, Waves);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Ascend<TSource>(ref TSource source, T* work, nint first, int n, T* w)
        where TSource : struct, IPointSource<TLanes, T>
    {
        if (n > InCache)
        {
            for (var quarter = 0; quarter < 4; quarter++)
            {
                Ascend(ref source, work, first + (quarter * (n / 8)), n / 4, w + (6 * (n / 8)));
            }

            LaneLevels<TLanes, T>.Up(work, first, n / 2, n, w);
            return;
        }

        if (leaf == 8)
        {
            LaneLeaves<TLanes, T>.Forward8(ref source, work, first, n / 2);
        }
        else
        {
            LaneLeaves<TLanes, T>.Forward4(ref source, work, first, n / 2);
        }

        for (var length = 4 * leaf; length <= n; length *= 4)
        {
            LaneLevels<TLanes, T>.Up(work, first, n / 2, length, w + Offset(n, length));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Descend<TSink>(ref TSink sink, T* work, nint first, int n, T* w)
        where TSink : struct, IPointSink<TLanes, T>
    {
        if (n > InCache)
        {
            LaneLevels<TLanes, T>.Down(work, first, n / 2, n, w);
            for (var quarter = 0; quarter < 4; quarter++)
            {
                Descend(ref sink, work, first + (quarter * (n / 8)), n / 4, w + (6 * (n / 8)));
            }

            return;
        }

        for (var length = n; length > leaf; length /= 4)
        {
            LaneLevels<TLanes, T>.Down(work, first, n / 2, length, w + Offset(n, length));
        }

        if (leaf == 8)
        {
            LaneLeaves<TLanes, T>.Inverse8(ref sink, work, first, n / 2);
        }
        else
        {
            LaneLeaves<TLanes, T>.Inverse4(ref sink, work, first, n / 2);
        }
    }

    // Numbers between the factors of a level of length n and those of a shorter one: 6 n/8 + 6 n/32 + …
    private static int Offset(int n, int length) => n - length;

    // Level by level, w^k, w^2k, w^3k for w = exp(-2πi/n) and the mode k at every place of a quarter.
    private AlignedMemory<T> Twiddles()
    {
        var memory = new AlignedMemory<T>(Size);
        var at = memory.Pointer;
        for (var n = Size; n > leaf; n /= 4)
        {
            foreach (var mode in LanePlaces.Modes(n / 4, leaf))
            {
                for (var r = 1; r < 4; r++)
                {
                    var (sin, cos) = Math.SinCos(-2 * Math.PI * ((long)r * mode % n) / n);
                    *at++ = T.CreateTruncating(cos);
                    *at++ = T.CreateTruncating(sin);
                }
            }
        }

        return memory;
    }

    // The same for four places at a time: four real parts, four imaginary ones, for k, 2k and 3k; above the blocks.
    private AlignedMemory<T> SpreadTwiddles()
    {
        var memory = new AlignedMemory<T>(Size);
        var at = memory.Pointer;
        for (var n = Size; n > block; n /= 4)
        {
            foreach (var modes in LanePlaces.Modes(n / 4, leaf).Chunk(4))
            {
                for (var r = 1; r < 4; r++, at += 8)
                {
                    for (var lane = 0; lane < 4; lane++)
                    {
                        var (sin, cos) = Math.SinCos(-2 * Math.PI * ((long)r * modes[lane] % n) / n);
                        at[lane] = T.CreateTruncating(cos);
                        at[lane + 4] = T.CreateTruncating(sin);
                    }
                }
            }
        }

        return memory;
    }
}

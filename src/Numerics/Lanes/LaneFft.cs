namespace Sci.Numerics.Lanes;

/// <summary>Complex Fourier transforms of as many fields at once as a vector has lanes, without any permutation.</summary>
/// <remarks>
/// Forward decimates in frequency from natural order to digit-reversed modes, inverse in time from those back
/// (Gentleman and Sande, 1966; Cooley and Tukey, 1965), by radix 4 with leaves of 4 or 8. Depth first: a quarter is done
/// to its leaves before the next is touched, so that all but the first levels run in the nearest cache. Neither is
/// normalised. What enters the first level and leaves the last passes through a source and a sink of the caller's,
/// which the compiler inlines: symbols and products cost no sweep of their own.
/// </remarks>
internal sealed unsafe class LaneFft<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    /// <summary>Points that a level sweeps in one go: 16 or 32 KiB.</summary>
    private const int InCache = 256;

    private readonly AlignedMemory twiddles;

    public LaneFft(int points)
    {
        if (!Fits(points))
        {
            throw new ArgumentOutOfRangeException(nameof(points), points, "Lanes transform powers of two from 16 on.");
        }

        Points = points;
        twiddles = Twiddles(points);
    }

    public int Points { get; }

    public static bool Fits(int points) => points >= 16 && int.IsPow2(points);

    /// <summary>Doubles in an array of waves.</summary>
    public int Length => 2 * TLanes.Count * Points;

    /// <summary>The mode number, 0 to n - 1, that lies at each position of a spectrum.</summary>
    public int[] Modes()
    {
        var modes = new int[Points];
        for (var position = 0; position < Points; position++)
        {
            var (mode, weight, p) = (0, 1, position);
            for (var n = Points; ; n /= 4)
            {
                if (n <= 8)
                {
                    mode += weight * p;
                    break;
                }

                mode += weight * (p / (n / 4));
                p %= n / 4;
                weight *= 4;
            }

            modes[position] = mode;
        }

        return modes;
    }

    /// <summary>Source to sink; <paramref name="work"/> has <see cref="Length"/> values and may be the source's, not the sink's.</summary>
    public void Forward<TSource, TSink>(ref TSource source, ref TSink sink, double* work)
        where TSource : struct, IWaveSource<TLanes>
        where TSink : struct, IWaveSink<TLanes>
    {
        LaneLevels<TLanes>.First(ref source, work, Points / 4, twiddles.Pointer);
        for (var q = 0; q < 4; q++)
        {
            Descend(ref sink, work, q * (Points / 4), Points / 4, twiddles.Pointer + (6 * (Points / 4)));
        }
    }

    /// <summary>Source to sink; <paramref name="work"/> has <see cref="Length"/> values and may be the source's or the sink's.</summary>
    public void Inverse<TSource, TSink>(ref TSource source, ref TSink sink, double* work)
        where TSource : struct, IWaveSource<TLanes>
        where TSink : struct, IWaveSink<TLanes>
    {
        for (var q = 0; q < 4; q++)
        {
            Ascend(ref source, work, q * (Points / 4), Points / 4, twiddles.Pointer + (6 * (Points / 4)));
        }

        LaneLevels<TLanes>.Last(ref sink, work, Points / 4, twiddles.Pointer);
    }

    private static void Descend<TSink>(ref TSink sink, double* work, int first, int n, double* w)
        where TSink : struct, IWaveSink<TLanes>
    {
        if (n > InCache)
        {
            LaneLevels<TLanes>.Down(work, first, n, n, w);
            for (var q = 0; q < 4; q++)
            {
                Descend(ref sink, work, first + (q * (n / 4)), n / 4, w + (6 * (n / 4)));
            }

            return;
        }

        var length = n;
        for (; length > 8; length /= 4)
        {
            LaneLevels<TLanes>.Down(work, first, n, length, w);
            w += 6 * (length / 4);
        }

        if (length == 8)
        {
            LaneLeaves<TLanes>.Forward8(work, first, n, ref sink);
        }
        else
        {
            LaneLeaves<TLanes>.Forward4(work, first, n, ref sink);
        }
    }

    private static void Ascend<TSource>(ref TSource source, double* work, int first, int n, double* w)
        where TSource : struct, IWaveSource<TLanes>
    {
        if (n > InCache)
        {
            for (var q = 0; q < 4; q++)
            {
                Ascend(ref source, work, first + (q * (n / 4)), n / 4, w + (6 * (n / 4)));
            }

            LaneLevels<TLanes>.Up(work, first, n, n, w);
            return;
        }

        var length = n;
        for (; length > 8; length /= 4)
        {
            w += 6 * (length / 4);
        }

        if (length == 8)
        {
            LaneLeaves<TLanes>.Inverse8(ref source, work, first, n);
        }
        else
        {
            LaneLeaves<TLanes>.Inverse4(ref source, work, first, n);
        }

        for (length *= 4; length <= n; length *= 4)
        {
            w -= 6 * (length / 4);
            LaneLevels<TLanes>.Up(work, first, n, length, w);
        }
    }

    // Level by level, w^j, w^2j, w^3j for w = exp(-2πi/n) and j below n/4.
    private static AlignedMemory Twiddles(int points)
    {
        var memory = new AlignedMemory(2 * points);
        var at = memory.Pointer;
        for (var n = points; n > 8; n /= 4)
        {
            for (var j = 0; j < n / 4; j++)
            {
                for (var r = 1; r < 4; r++)
                {
                    var (sin, cos) = Math.SinCos(-2 * Math.PI * r * j / n);
                    *at++ = cos;
                    *at++ = sin;
                }
            }
        }

        return memory;
    }
}

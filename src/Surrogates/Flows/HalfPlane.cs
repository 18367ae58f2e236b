using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>
/// The waves of real fields on a square of side 1, one of each pair ±k, up to the two thirds that products leave
/// without aliases; no mean. Their modes are amplitudes: shape [times, waves, 2 (real, imaginary)].
/// </summary>
internal sealed class HalfPlane : IDisposable
{
    private readonly Tensor places;
    private readonly Tensor signs;
    private readonly Tensor kept;

    /// <summary>The waves of a square of so many points a side.</summary>
    public HalfPlane(int points)
    {
        Points = points;
        var (row, most) = ((points / 2) + 1, (points - 1) / 3);
        (int Y, int X)[] waves = [.. Enumerable.Range(-most, (2 * most) + 1).SelectMany(
            y => Enumerable.Range(0, most + 1).Where(x => x > 0 || y > 0).Select(x => (y, x)))];
        Count = waves.Length;
        var (from, sign) = (new long[points * row], new double[2 * points * row]);
        Array.Fill(from, Count);
        for (var wave = 0; wave < Count; wave++)
        {
            var (y, x) = waves[wave];
            Set((y + points) % points, x, wave, 1);
            if (x == 0)
            {
                Set(points - y, 0, wave, -1);
            }
        }

        places = tensor(from).DetachFromDisposeScope();
        signs = tensor(sign, [1, points * row, 2], float64).DetachFromDisposeScope();
        kept = tensor(Array.ConvertAll(waves, k => (long)(((k.Y + points) % points * row) + k.X)))
            .DetachFromDisposeScope();
        X = tensor(Array.ConvertAll(waves, k => 2 * Math.PI * k.X)).DetachFromDisposeScope();
        Y = tensor(Array.ConvertAll(waves, k => 2 * Math.PI * k.Y)).DetachFromDisposeScope();
        Squares = Array.ConvertAll(waves, k => 4 * Math.PI * Math.PI * ((k.X * k.X) + (k.Y * k.Y)));

        void Set(int y, int x, int wave, double imaginary)
        {
            from[(y * row) + x] = wave;
            (sign[2 * ((y * row) + x)], sign[(2 * ((y * row) + x)) + 1]) = (1, imaginary);
        }
    }

    /// <summary>Points along a side.</summary>
    public int Points { get; }

    /// <summary>Number of waves.</summary>
    public int Count { get; }

    /// <summary>Wavenumbers along x, shape [waves].</summary>
    public Tensor X { get; }

    /// <summary>Wavenumbers along y.</summary>
    public Tensor Y { get; }

    /// <summary>|k|² of each wave.</summary>
    public double[] Squares { get; }

    /// <summary>Modes of fields [times, y, x].</summary>
    public Tensor Analyse(Tensor fields) =>
        view_as_real(fft.rfft2(fields)).view(fields.shape[0], -1, 2).index_select(1, kept) / (Points * Points);

    /// <summary>Fields [times, y, x] of modes.</summary>
    public Tensor Synthesise(Tensor modes)
    {
        var none = zeros([modes.shape[0], 1, 2], float64);
        var all = cat([modes, none], 1).index_select(1, places) * signs * (Points * Points);
        return fft.irfft2(
            view_as_complex(all.contiguous()).view(modes.shape[0], Points, (Points / 2) + 1), [Points, Points]);
    }

    /// <summary>The modes of a derivative: times i and the factors [waves].</summary>
    public static Tensor Turned(Tensor modes, Tensor factors) =>
        stack([modes.select(2, 1) * factors.neg(), modes.select(2, 0) * factors], 2);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in new[] { places, signs, kept, X, Y })
        {
            tensor.Dispose();
        }
    }
}

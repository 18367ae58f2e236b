using System.Numerics;
using Sci.Cases.Settings;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>
/// A Gaussian random field in a square box of side 1, without a mean: amplitudes √2 σ ((2π|k|)² + τ²)^(-γ/2) of the
/// cosine and the sine of each wave vector.
/// </summary>
/// <remarks>As the data of Li et al. (2021), arXiv:2010.08895, are made; modes up to a quarter of the points.</remarks>
public sealed record BoxFieldSettings
{
    /// <summary>γ: how fast amplitudes fall.</summary>
    [Positive]
    public required double Decay { get; init; }

    /// <summary>τ: the wave number from which on they fall.</summary>
    [Positive]
    public required double Corner { get; init; }

    /// <summary>σ: how large they are.</summary>
    [Positive]
    public required double Scale { get; init; }

    /// <summary>Fills a field of so many points a side with one draw.</summary>
    internal void Fill(Span<double> field, int points, RandomSource random)
    {
        var fourier = RealFft2.Of(points, points);
        var modes = new Complex[fourier.Modes];
        var (row, most) = ((points / 2) + 1, points / 4);
        for (var ky = -most; ky <= most; ky++)
        {
            for (var kx = ky > 0 ? 0 : 1; kx <= most; kx++)
            {
                // A vector and its opposite are one wave.
                var mode = Amplitude(kx, ky) * points * points / 2 * new Complex(random.Normal(), random.Normal());
                modes[((ky + points) % points * row) + kx] = mode;
                if (kx == 0)
                {
                    modes[(points - ky) * row] = Complex.Conjugate(mode);
                }
            }
        }

        fourier.Inverse(modes, field);
    }

    // √2 of the two vectors of a wave, each with its own draw.
    private double Amplitude(int kx, int ky) => 2 * Scale * Math.Pow(
        (4 * Math.PI * Math.PI * ((kx * kx) + (ky * ky))) + (Corner * Corner), -Decay / 2);
}

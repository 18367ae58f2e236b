using Sci.Cases.Settings;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>A Gaussian random field: amplitudes √2 σ ((2πk)² + τ²)^(-γ/2) of the k-th cosine and sine.</summary>
/// <remarks>As the data of Li et al. (2021), arXiv:2010.08895, are made; modes up to a quarter of the points.</remarks>
public sealed record GaussianFieldSettings : RandomFieldSettings
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

    internal override void Fill(Span<double> field, RandomSource random)
    {
        field.Clear();
        double[] amplitudes = [.. Enumerable.Range(1, field.Length / 4).Select(k =>
            Math.Sqrt(2) * Scale * Math.Pow(Math.Pow(2 * Math.PI * k, 2) + (Corner * Corner), -Decay / 2))];
        Add(field, amplitudes, random);
    }
}

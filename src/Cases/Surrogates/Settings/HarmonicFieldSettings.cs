using Sci.Cases.Settings;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>A few harmonics of equal standard deviation, scaled to a largest absolute value.</summary>
/// <remarks>
/// As APEBench starts its runs: Koehler, Niedermayr, Westermann and Thuerey (2024), arXiv:2411.00180.
/// </remarks>
public sealed record HarmonicFieldSettings : RandomFieldSettings
{
    /// <summary>Number of harmonics.</summary>
    [AtLeast(1)]
    public required int Harmonics { get; init; }

    /// <summary>Largest absolute value.</summary>
    [Positive]
    public required double Largest { get; init; }

    internal override void Fill(Span<double> field, RandomSource random)
    {
        field.Clear();
        double[] amplitudes = [.. Enumerable.Repeat(1.0, Harmonics)];
        Add(field, amplitudes, random);
        var largest = 0.0;
        foreach (var u in field)
        {
            largest = Math.Max(largest, Math.Abs(u));
        }

        foreach (ref var u in field)
        {
            u *= Largest / largest;
        }
    }
}

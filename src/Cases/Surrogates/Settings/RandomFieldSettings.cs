using Sci.Cases.Settings;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>Random fields on a periodic line, without a mean.</summary>
[Variant("gaussian", typeof(GaussianFieldSettings))]
[Variant("harmonics", typeof(HarmonicFieldSettings))]
public abstract record RandomFieldSettings
{
    /// <summary>Fills a field with one draw.</summary>
    internal abstract void Fill(Span<double> field, RandomSource random);

    /// <summary>Adds Σ aₖ (ξ cos 2πkx + η sin 2πkx) for k = 1, 2, …, over the unit period.</summary>
    private protected static void Add(Span<double> field, ReadOnlySpan<double> amplitudes, RandomSource random)
    {
        var points = field.Length;
        var (cos, sin) = (new double[points], new double[points]);
        for (var i = 0; i < points; i++)
        {
            (sin[i], cos[i]) = Math.SinCos(2 * Math.PI * i / points);
        }

        for (var k = 1; k <= amplitudes.Length; k++)
        {
            var (a, b) = (amplitudes[k - 1] * random.Normal(), amplitudes[k - 1] * random.Normal());
            for (var i = 0; i < points; i++)
            {
                var at = (int)((long)k * i % points);
                field[i] += (a * cos[at]) + (b * sin[at]);
            }
        }
    }
}

namespace Sci.Surrogates;

/// <summary>
/// A periodic function through equally spaced samples, with its derivatives: the trigonometric interpolant.
/// </summary>
public sealed class PeriodicSeries
{
    private const double Negligible = 1e-15;

    private readonly double origin;
    private readonly double length;
    private readonly (int Mode, double Cosine, double Sine)[] modes;

    /// <summary>Interpolates <paramref name="samples"/> at origin + j·length/count.</summary>
    public PeriodicSeries(ReadOnlySpan<double> samples, double origin, double length)
    {
        (this.origin, this.length) = (origin, length);
        var count = samples.Length;
        var all = new List<(int Mode, double Cosine, double Sine)>();
        for (var k = 0; k <= count / 2; k++)
        {
            var (a, b) = (0.0, 0.0);
            for (var j = 0; j < count; j++)
            {
                var (sine, cosine) = Math.SinCos(2 * Math.PI * ((long)j * k % count) / count);
                a += samples[j] * cosine;
                b += samples[j] * sine;
            }

            // The highest mode of an even count is seen once, like the mean; all others twice.
            var scale = (k == 0 || 2 * k == count ? 1.0 : 2.0) / count;
            all.Add((k, scale * a, scale * b));
        }

        var largest = all.Max(mode => Math.Abs(mode.Cosine) + Math.Abs(mode.Sine));
        modes = [.. all.Where(mode => Math.Abs(mode.Cosine) + Math.Abs(mode.Sine) > Negligible * largest)];
    }

    /// <summary>The function of a coordinate's jet at <paramref name="x"/>, in the layout's coordinate 0.</summary>
    public Jet At(JetLayout layout, double x)
    {
        ArgumentNullException.ThrowIfNull(layout);
        var derivatives = new double[layout.Orders[0] + 1];
        foreach (var (mode, cosine, sine) in modes)
        {
            var omega = 2 * Math.PI * mode / length;
            var (s, c) = Math.SinCos(omega * (x - origin));
            var (value, slope) = ((cosine * c) + (sine * s), (sine * c) - (cosine * s));
            for (var k = 0; k < derivatives.Length; k++)
            {
                derivatives[k] += value;
                (value, slope) = (omega * slope, -omega * value);
            }
        }

        return Jet.Of(layout, 0, derivatives);
    }
}

using System.Numerics;
using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>
/// What the snapshots themselves say: a flat tail of the spectrum is noise, what stands above it signal.
/// </summary>
/// <param name="Band">Coordinates of the modes up to the highest in which the mean signal exceeds the noise.</param>
/// <param name="NoiseVariances">Variance of the noise in a coordinate, for each window and snapshot.</param>
public sealed record SignalEstimate(
    IStateBasis Band,
    IReadOnlyList<IReadOnlyList<double>> NoiseVariances)
{
    // A snapshot is never believed beyond rounding: its noise is at least this fraction of its root mean square.
    internal const double RoundOff = 1e-13;

    private const int Smoothing = 2;

    /// <summary>Estimates signal and noise of windows whose snapshots all have the same number of points.</summary>
    /// <param name="windows">The snapshots.</param>
    /// <param name="band">Which modes are taken.</param>
    /// <exception cref="ArgumentException">There are no windows, or their snapshots differ in size.</exception>
    public static SignalEstimate Of(IReadOnlyList<Window> windows, IFittedBand band)
    {
        ArgumentNullException.ThrowIfNull(windows);
        ArgumentNullException.ThrowIfNull(band);
        if (windows.Count == 0 || windows.Any(window => window.Points != windows[0].Points))
        {
            throw new ArgumentException(
                "The windows must be one or more, with snapshots of one size.", nameof(windows));
        }

        if (windows[0].Positions is { } positions)
        {
            return ScatteredEstimate.Of(windows, positions, band);
        }

        var points = windows[0].Points;
        var spectra = windows.Select(Spectra).ToArray();
        var snapshots = spectra.SelectMany(rows => rows).ToArray();
        var last = ((points + 1) / 2) - 1;
        var tail = Tail(snapshots, last);
        var noise = spectra.Select(rows => rows.Select(row => Noise(row, tail, last)).ToArray()).ToArray();
        var level = noise.SelectMany(rows => rows).Average();
        var signal = Enumerable.Range(0, last + 1)
            .Select(mode => snapshots.Average(row => row[mode]) - level).ToArray();
        return new SignalEstimate(
            new FourierBand(band.Highest(Trusted(signal, level), last)),
            [.. noise.Select(rows => (IReadOnlyList<double>)[.. rows.Select(variance => variance / points)])]);
    }

    // Power |û_m|²/P of every snapshot: its expectation for white noise is the noise's variance at a point.
    private static double[][] Spectra(Window window)
    {
        var fft = RealFft.Of(window.Points);
        var modes = new Complex[fft.Modes];
        var spectra = new double[window.Observed.Count][];
        for (var row = 0; row < spectra.Length; row++)
        {
            fft.Forward(window.Observed[row], modes);
            spectra[row] = [.. modes.Select(
                mode => ((mode.Real * mode.Real) + (mode.Imaginary * mode.Imaginary)) / window.Points)];
        }

        return spectra;
    }

    // From the highest mode down: the tail goes on while the next few modes are as low as those before, within 3
    // deviations.
    private static int Tail(double[][] snapshots, int last)
    {
        const int Few = 4;
        var power = Enumerable.Range(0, last + 1).Select(mode => snapshots.Average(row => row[mode])).ToArray();
        var first = Math.Max(last - Math.Max(last / 32, 2 * Few) + 1, 1);
        while (first > Few)
        {
            var count = last - first + 1;
            var mean = power[first..(last + 1)].Average();
            var next = power[(first - Few)..first].Average();
            var deviation = Math.Sqrt((1.0 / Few) + (1.0 / count)) / Math.Sqrt(snapshots.Length);
            if (next > mean * (1 + (3 * deviation)))
            {
                break;
            }

            first -= Few;
        }

        return first;
    }

    private static double Noise(double[] power, int tail, int last)
    {
        var meanSquare = power.Average();
        return Math.Max(power.AsSpan(tail, last - tail + 1).ToArray().Average(), RoundOff * RoundOff * meanSquare);
    }

    /// <summary>The highest mode in which the signal, smoothed, exceeds the noise's level.</summary>
    internal static int Trusted(double[] signal, double level)
    {
        var trusted = 1;
        for (var mode = 1; mode < signal.Length; mode++)
        {
            if (Smoothed(signal, mode) > level)
            {
                trusted = mode;
            }
            else if (mode > 2 * trusted)
            {
                break;
            }
        }

        return trusted;
    }

    private static double Smoothed(double[] signal, int mode)
    {
        var first = Math.Max(mode - Smoothing, 0);
        var end = Math.Min(mode + Smoothing + 1, signal.Length);
        return signal[first..end].Average();
    }
}

using System.Numerics.Tensors;
using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>
/// Signal and noise of snapshots at points anywhere: a wide band is fitted, and what it leaves is noise.
/// </summary>
internal static class ScatteredEstimate
{
    // Points for each coordinate of the wide band: random points leave its largest gaps determined.
    private const int Oversampling = 2;

    public static SignalEstimate Of(IReadOnlyList<Window> windows, IReadOnlyList<double> positions, IFittedBand band)
    {
        var wide = new ScatteredBand(Math.Max(1, (positions.Count / (2 * Oversampling)) - 1), positions);
        var noise = windows.Select(window => Noise(wide, window.Observed)).ToArray();
        var level = noise.SelectMany(rows => rows).Average();
        var signal = Signal(wide, windows, level);
        return new SignalEstimate(
            new ScatteredBand(band.Highest(SignalEstimate.Trusted(signal, level), wide.Modes), positions),
            [.. noise.Select(rows => (IReadOnlyList<double>)[.. rows.Select(variance => variance / positions.Count)])]);
    }

    // Variance at a point of each snapshot: what least squares leave, over the degrees of freedom.
    private static double[] Noise(ScatteredBand wide, States observed)
    {
        var coordinates = wide.Observe(observed);
        var points = observed.Size;
        return [.. Enumerable.Range(0, observed.Count).Select(row =>
        {
            var square = TensorPrimitives.SumOfSquares<double>(observed[row]);
            var left = square - (points * TensorPrimitives.SumOfSquares<double>(coordinates[row]));
            return Math.Max(
                left / (points - wide.Dimension), SignalEstimate.RoundOff * SignalEstimate.RoundOff * square / points);
        })];
    }

    // Mean power of each mode without that of the noise, in units in which white noise has its variance at a point.
    private static double[] Signal(ScatteredBand wide, IReadOnlyList<Window> windows, double level)
    {
        var points = windows[0].Points;
        var power = new double[wide.Dimension];
        foreach (var window in windows)
        {
            var plain = wide.Plain(wide.Observe(window.Observed));
            for (var i = 0; i < plain.Values.Length; i++)
            {
                power[i % power.Length] += plain.Values[i] * plain.Values[i] / (plain.Count * windows.Count);
            }
        }

        var variances = wide.PlainVariances();
        var signal = new double[wide.Modes + 1];
        for (var i = 0; i < power.Length; i++)
        {
            var mode = FourierBand.ModeOf(i);
            signal[mode] += points * (power[i] - (level * variances[i])) / (mode == 0 ? 1 : 2);
        }

        return signal;
    }
}

using System.Numerics;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation;

/// <summary>Covariance of two fields' modes as a function of K, apart for the modes without variation along x: a prior
/// of jets and eddies.</summary>
/// <remarks>Values are E|ψ̂|²/points of unnormalised modes, so that white noise of variance σ² has σ² in every
/// mode.</remarks>
public sealed class FlowSpectrum
{
    // A spectrum is never believed to fall below this part of its largest value: it would be infinitely sure of zero.
    private const double Least = 1e-14;

    // Correlations of few modes are drawn towards none, as if by so many modes without.
    private const double Doubt = 20;

    private readonly Func<double, bool, (double First, double Cross, double Second)> covariance;

    private FlowSpectrum(Func<double, bool, (double First, double Cross, double Second)> covariance) =>
        this.covariance = covariance;

    /// <summary>The mean over snapshots of two fields about their own mean over snapshots and x.</summary>
    /// <param name="grid">The box.</param>
    /// <param name="snapshots">Shape [snapshots, 2·points]; of an imperfect model's climate, say.</param>
    /// <returns>The spectrum, and the mean, shape [1, 2·points].</returns>
    public static (FlowSpectrum Spectrum, States Mean) Of(Grid grid, States snapshots)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(snapshots);
        var mean = ZonalMean(grid, snapshots);
        var fft = SpectralGrid.Plan(grid);
        var (squares, weights) = (SpectralGrid.Squares(grid), SpectralGrid.Weights(grid));
        var largest = Math.Sqrt(squares.Max());
        var (zonal, eddies) = (Shells(Count(largest, Width(grid, true))), Shells(Count(largest, Width(grid, false))));
        Complex[] first = new Complex[fft.Modes], second = new Complex[fft.Modes];
        for (var row = 0; row < snapshots.Count; row++)
        {
            double[] anomaly = [.. snapshots[row].ToArray().Zip(mean[0].ToArray(), (value, known) => value - known)];
            fft.Forward(anomaly.AsSpan(0, grid.Points), first);
            fft.Forward(anomaly.AsSpan(grid.Points), second);
            for (var mode = 0; mode < first.Length; mode++)
            {
                var isZonal = IsZonal(grid, mode);
                var shell = (int)Math.Round(Math.Sqrt(squares[mode]) / Width(grid, isZonal));
                var shells = isZonal ? zonal : eddies;
                shells[0][shell] += weights[mode] * Square(first[mode]) / grid.Points;
                shells[1][shell] += weights[mode] * (first[mode] * Complex.Conjugate(second[mode])).Real / grid.Points;
                shells[2][shell] += weights[mode] * Square(second[mode]) / grid.Points;
                shells[3][shell] += weights[mode];
            }
        }

        var (ofZonal, ofEddies) = (Means(zonal), Means(eddies));
        return (new FlowSpectrum((wavenumber, isZonal) =>
            Between(isZonal ? ofZonal : ofEddies, wavenumber / Width(grid, isZonal))), mean);
    }

    /// <summary>Two fields of the given variances with P in proportion to (K₀² + K²)⁻ᵖ, not correlated with one
    /// another.</summary>
    /// <param name="grid">The box.</param>
    /// <param name="variances">Variance of each field at a point.</param>
    /// <param name="power">p.</param>
    /// <param name="floor">K₀², in 1/length².</param>
    public static FlowSpectrum OfPower(Grid grid, (double First, double Second) variances, double power, double floor)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var squares = SpectralGrid.Squares(grid);
        var total = squares.Zip(SpectralGrid.Weights(grid), (square, weight) =>
            weight * Math.Pow(floor + square, -power)).Sum();
        var (first, second) = (variances.First * grid.Points / total, variances.Second * grid.Points / total);
        return new FlowSpectrum((wavenumber, _) =>
        {
            var shape = Math.Pow(floor + (wavenumber * wavenumber), -power);
            return (first * shape, 0, second * shape);
        });
    }

    /// <summary>The power law whose amplitudes are the likeliest for fields of least energy through so many exact
    /// readings.</summary>
    /// <param name="grid">The box.</param>
    /// <param name="fields">What <see cref="MinimumEnergyFill"/> made of them, shape [snapshots, 2·points].</param>
    /// <param name="sensors">Readings of a field.</param>
    /// <param name="power">p.</param>
    /// <param name="floor">K₀², in 1/length².</param>
    public static FlowSpectrum Likeliest(Grid grid, States fields, int sensors, double power, double floor)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(fields);
        var fft = SpectralGrid.Plan(grid);
        var (squares, weights) = (SpectralGrid.Squares(grid), SpectralGrid.Weights(grid));
        var modes = new Complex[fft.Modes];
        var unit = squares.Zip(weights, (square, weight) => weight * Math.Pow(floor + square, -power))
            .Sum() / grid.Points;
        var energies = new double[2];
        for (var i = 0; i < 2 * fields.Count; i++)
        {
            fft.Forward(fields[i / 2].Slice(i % 2 * grid.Points, grid.Points), modes);
            for (var mode = 0; mode < modes.Length; mode++)
            {
                energies[i % 2] += weights[mode] * Math.Pow(floor + squares[mode],
                    power) * Square(modes[mode]) / grid.Points;
            }
        }

        var readings = (double)sensors * fields.Count;
        return OfPower(grid, (unit * energies[0] / readings, unit * energies[1] / readings), power, floor);
    }

    /// <summary>A draw of the two fields, shape [1, 2·points].</summary>
    public States Draw(Grid grid, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(random);
        var fft = SpectralGrid.Plan(grid);
        var squares = SpectralGrid.Squares(grid);
        var field = new States(1, 2 * grid.Points);
        random.Normals(field.Values);
        Complex[] first = new Complex[fft.Modes], second = new Complex[fft.Modes];
        fft.Forward(field[0][..grid.Points], first);
        fft.Forward(field[0][grid.Points..], second);
        for (var mode = 0; mode < first.Length; mode++)
        {
            var (p11, p12, p22) = At(Math.Sqrt(squares[mode]), IsZonal(grid, mode));
            var root = Math.Sqrt(p11);
            second[mode] = (p12 / root * first[mode]) + (Math.Sqrt(Math.Max(0,
                p22 - (p12 * p12 / p11))) * second[mode]);
            first[mode] *= root;
        }

        fft.Inverse(first, field[0][..grid.Points]);
        fft.Inverse(second, field[0][grid.Points..]);
        return field;
    }

    /// <summary>The covariance (P₁₁, P₁₂, P₂₂) at K.</summary>
    /// <param name="wavenumber">K.</param>
    /// <param name="isZonal">Whether the mode does not vary along x.</param>
    public (double First, double Cross, double Second) At(double wavenumber, bool isZonal) =>
        covariance(wavenumber, isZonal);

    // Spectra are steep: between shells their logarithms are straight.
    private static (double First, double Cross, double Second) Between(double[][] shells, double place)
    {
        place = Math.Min(place, shells[0].Length - 1);
        var (below, part) = ((int)place, place - (int)place);
        var above = Math.Min(below + 1, shells[0].Length - 1);
        double Power(double[] shell) => Math.Pow(shell[below], 1 - part) * Math.Pow(shell[above], part);
        var (p1, p2) = (Power(shells[0]), Power(shells[2]));
        var correlation = ((1 - part) * shells[1][below]) + (part * shells[1][above]);
        return (p1, correlation * Math.Sqrt(p1 * p2), p2);
    }

    /// <summary>Whether a mode does not vary along x.</summary>
    internal static bool IsZonal(Grid grid, int mode) => mode % ((grid.Axes[1].Points / 2) + 1) == 0;

    // Every wave along y has a shell of its own; those of eddies hold all directions.
    private static double Width(Grid grid, bool isZonal) =>
        2 * Math.PI / (isZonal ? grid.Axes[0].Length : grid.Axes.Min(axis => axis.Length));

    private static int Count(double largest, double width) => (int)Math.Round(largest / width) + 1;

    private static double[][] Shells(int count) => [.. Enumerable.Range(0, 4).Select(_ => new double[count])];

    // Means over each shell; the second becomes a correlation.
    private static double[][] Means(double[][] shells)
    {
        double[] Mean(double[] sum)
        {
            var mean = sum.Zip(shells[3], (s, n) => n == 0 ? 0 : s / n).ToArray();
            var least = Least * mean.Max();
            Extend(mean);
            return [.. mean.Select(value => Math.Max(value, least))];
        }

        var (p1, p2) = (Mean(shells[0]), Mean(shells[2]));
        var correlation = shells[1].Select((sum, i) => shells[3][i] == 0
            ? 0
            : Math.Clamp(sum / (shells[3][i] + Doubt) / Math.Sqrt(p1[i] * p2[i]), -0.999, 0.999)).ToArray();
        return [p1, correlation, p2];
    }

    // A shell without power, such as that of the mean, takes its neighbour's above, or at the end below: between shells
    // a zero would be felt by the modes around it, and those of the largest scales hold the most.
    private static void Extend(double[] mean)
    {
        for (var shell = mean.Length - 2; shell >= 0; shell--)
        {
            mean[shell] = mean[shell] == 0 ? mean[shell + 1] : mean[shell];
        }

        for (var shell = 1; shell < mean.Length; shell++)
        {
            mean[shell] = mean[shell] == 0 ? mean[shell - 1] : mean[shell];
        }
    }

    private static States ZonalMean(Grid grid, States snapshots)
    {
        var columns = grid.Axes[1].Points;
        var mean = new States(1, snapshots.Size);
        for (var start = 0; start < snapshots.Size; start += columns)
        {
            var sum = 0.0;
            for (var row = 0; row < snapshots.Count; row++)
            {
                foreach (var value in snapshots[row].Slice(start, columns))
                {
                    sum += value;
                }
            }

            mean[0].Slice(start, columns).Fill(sum / (snapshots.Count * columns));
        }

        return mean;
    }

    private static double Square(Complex z) => (z.Real * z.Real) + (z.Imaginary * z.Imaginary);
}

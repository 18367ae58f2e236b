using System.Numerics;

namespace Sci.Surrogates;

/// <summary>
/// Gives a periodic field the mass, energy and enstrophy that it should have, wavenumber by wavenumber.
/// </summary>
/// <remarks>
/// The mean is overwritten; mode k is multiplied by exp(a + b k²) with a and b by Newton's method such that Σ|û|² and
/// Σk²|û|² are as wanted, which exists and is unique where their ratio lies between the least and the largest k²
/// present.
/// </remarks>
public static class SpectralCorrection
{
    private const int Most = 100;
    private const double Tolerance = 1e-14;

    /// <summary>Overwrites the mean: <paramref name="modes"/>[0] is the sum over the points.</summary>
    public static void Mass(Span<Complex> modes, double mean, int points) => modes[0] = mean * points;

    /// <summary>
    /// Scales all modes but the mean so that Σ w|û|² over them is <paramref name="energy"/>; the error left over it is
    /// returned.
    /// </summary>
    public static double Energy(Span<Complex> modes, ReadOnlySpan<double> weights, double energy)
    {
        var scale = Math.Sqrt(energy / Moment(modes, weights, default, 0, 0));
        for (var k = 1; k < modes.Length; k++)
        {
            modes[k] *= scale;
        }

        return Math.Abs((Moment(modes, weights, default, 0, 0) / energy) - 1);
    }

    /// <summary>
    /// Scales modes but the mean so that Σ w|û|² and Σ w k²|û|² are as given; the largest relative error left is
    /// returned.
    /// </summary>
    /// <param name="modes">The mean and the half spectrum.</param>
    /// <param name="weights">
    /// w: how often a mode counts (2 for all but the mean and the last of an even number).
    /// </param>
    /// <param name="squares">k².</param>
    /// <param name="energy">Σ w|û|² over all but the mean.</param>
    /// <param name="enstrophy">Σ w k²|û|².</param>
    /// <exception cref="ArithmeticException">No field with these modes has such moments.</exception>
    public static double EnergyAndEnstrophy(
        Span<Complex> modes, ReadOnlySpan<double> weights, ReadOnlySpan<double> squares, double energy,
            double enstrophy)
    {
        var scale = squares.Length > 0 ? squares[^1] : 1;
        var (b, misfit) = (0.0, double.PositiveInfinity);
        for (var i = 0; i < Most && Math.Abs(misfit) > Tolerance; i++)
        {
            // The logarithm of the ratio of both moments grows with b; its slope is the variance of k² under the
            // energy.
            var (m0, m1, m2) = (
                Moment(modes, weights, squares, b, 0), Moment(
                    modes, weights, squares, b, 1), Moment(modes, weights, squares, b, 2));
            misfit = Math.Log(m1 / m0) - Math.Log(enstrophy / energy);
            b -= Math.Clamp(misfit / (2 * ((m2 / m1) - (m1 / m0))), -2 / scale, 2 / scale);
        }

        if (!(Math.Abs(misfit) < 1e-8))
        {
            throw new ArithmeticException(
                $"No field with these modes has energy {energy} and enstrophy {enstrophy}; "
                + "their ratio lies outside the k² present.");
        }

        for (var k = 1; k < modes.Length; k++)
        {
            modes[k] *= Math.Exp(b * squares[k]);
        }

        Energy(modes, weights, energy);
        return Math.Max(
            Math.Abs((Moment(modes, weights, squares, 0, 0) / energy) - 1), Math.Abs(
                (Moment(modes, weights, squares, 0, 1) / enstrophy) - 1));
    }

    private static double Moment(
        ReadOnlySpan<Complex> modes, ReadOnlySpan<double> weights, ReadOnlySpan<double> squares, double b, int power)
    {
        var sum = 0.0;
        for (var k = 1; k < modes.Length; k++)
        {
            var (re, im) = (modes[k].Real, modes[k].Imaginary);
            var weight = weights[k] * ((re * re) + (im * im));
            for (var p = 0; p < power; p++)
            {
                weight *= squares[k];
            }

            sum += b == 0 ? weight : weight * Math.Exp(2 * b * squares[k]);
        }

        return sum;
    }
}

namespace Sci.Solvers;

/// <summary>
/// A filter that every step multiplies into the modes: 1 up to a wavenumber, then exp(-strength (κ - start)⁴).
/// </summary>
/// <param name="Start">Wavenumber κ from which modes are damped, in units of 1/spacing: π is the grid's last.</param>
/// <param name="Strength">Strength of the damping.</param>
/// <remarks>κ² = (kₓΔx)² + (kᵧΔy)²; LaCasce (1996), as in pyqg, whose values are 0.65π and 23.6.</remarks>
public sealed record ExponentialFilter(double Start, double Strength)
{
    /// <summary>The filter of pyqg.</summary>
    public static ExponentialFilter Pyqg { get; } = new(0.65 * Math.PI, 23.6);

    /// <summary>The factor of every mode.</summary>
    internal double[] Factors(Fourier fourier)
    {
        var factors = new double[fourier.Modes];
        for (var mode = 0; mode < factors.Length; mode++)
        {
            var (x, y) = fourier.Numbers(mode);
            var kx = 2 * Math.PI * x / fourier.X.Points;
            var ky = fourier.Y is null ? 0 : 2 * Math.PI * y / fourier.Y.Points;
            var beyond = Math.Sqrt((kx * kx) + (ky * ky)) - Start;
            factors[mode] = beyond > 0 ? Math.Exp(-Strength * Math.Pow(beyond, 4)) : 1;
        }

        return factors;
    }
}

using System.Numerics;
using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>The Fourier modes 0 … <see cref="Modes"/> of a periodic line, as orthonormal real coordinates.</summary>
/// <remarks>
/// Mode m of samples u at P equally spaced points gives √2 Re û_m/P and √2 Im û_m/P, the mean gives û_0/P, so that the
/// sum of the coordinates' squares is the mean square of the band-limited field, whatever P. White noise of variance σ²
/// at each of P points has variance σ²/P in every coordinate.
/// </remarks>
public sealed class FourierBand : IStateBasis
{
    private static readonly double Root2 = Math.Sqrt(2);

    /// <summary>A band of the given highest mode.</summary>
    public FourierBand(int modes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(modes);
        Modes = modes;
    }

    /// <summary>Highest mode.</summary>
    public int Modes { get; }

    /// <summary>Number of coordinates, 2·<see cref="Modes"/> + 1.</summary>
    public int Dimension => (2 * Modes) + 1;

    /// <summary>The mode that a coordinate belongs to.</summary>
    public static int ModeOf(int coordinate) => (coordinate + 1) / 2;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The snapshots have too few points for the band.</exception>
    public States Observe(States observed) => Project(observed);

    /// <summary>Coordinates of every row of <paramref name="states"/>, shape [rows, <see cref="Dimension"/>].</summary>
    /// <exception cref="ArgumentException">The rows have too few points for the band.</exception>
    public States Project(States states)
    {
        ArgumentNullException.ThrowIfNull(states);
        RequirePoints(states.Size);
        var coordinates = new States(states.Count, Dimension);
        var fft = RealFft.Of(states.Size);
        var modes = new Complex[fft.Modes];
        for (var row = 0; row < states.Count; row++)
        {
            fft.Forward(states[row], modes);
            var c = coordinates[row];
            c[0] = modes[0].Real / states.Size;
            for (var m = 1; m <= Modes; m++)
            {
                c[(2 * m) - 1] = Root2 * modes[m].Real / states.Size;
                c[2 * m] = Root2 * modes[m].Imaginary / states.Size;
            }
        }

        return coordinates;
    }

    /// <summary>
    /// Band-limited fields at <paramref name="points"/> equally spaced points, one for every row of coordinates.
    /// </summary>
    /// <exception cref="ArgumentException">There are too few points for the band.</exception>
    public States Lift(States coordinates, int points)
    {
        ArgumentNullException.ThrowIfNull(coordinates);
        RequirePoints(points);
        var samples = new States(coordinates.Count, points);
        var fft = RealFft.Of(points);
        var modes = new Complex[fft.Modes];
        for (var row = 0; row < samples.Count; row++)
        {
            var c = coordinates[row];
            modes[0] = c[0] * points;
            for (var m = 1; m <= Modes; m++)
            {
                modes[m] = new Complex(c[(2 * m) - 1], c[2 * m]) * (points / Root2);
            }

            fft.Inverse(modes, samples[row]);
        }

        return samples;
    }

    private void RequirePoints(int points)
    {
        if (2 * Modes >= points)
        {
            throw new ArgumentException(
                $"{points} points resolve modes below {(points + 1) / 2}, and the band goes to {Modes}.");
        }
    }
}

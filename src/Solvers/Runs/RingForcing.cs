using System.Numerics;
using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>White noise in time on a ring of wavenumbers, which injects variance at a given mean rate.</summary>
/// <remarks>
/// d/dt ½⟨f²⟩ is the rate in the mean over draws, whatever the step: Lilly (1969), doi:10.1063/1.1692444, without
/// memory. The draws of a step depend on the seed, the member and the number of the step alone, so that a run goes
/// on to the bit from any step.
/// </remarks>
public sealed class RingForcing : IKick
{
    private readonly Fourier fourier;
    private readonly int[] ring;
    private readonly double[] shares;
    private readonly int field;
    private readonly double rate;
    private readonly RandomSource random;

    /// <summary>A forcing of one field in a box.</summary>
    /// <param name="grid">The box, or a line.</param>
    /// <param name="wavenumber">Middle of the ring, 1/length.</param>
    /// <param name="halfWidth">Half of its width, 1/length.</param>
    /// <param name="rate">Mean rate of ½⟨f²⟩.</param>
    /// <param name="field">Number of the field, from 0.</param>
    /// <param name="random">Where the draws come from.</param>
    /// <exception cref="ArgumentException">The ring holds no wave.</exception>
    public RingForcing(
        Grid grid, double wavenumber, double halfWidth, double rate, int field, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegative(rate);
        fourier = new Fourier(grid);
        (this.rate, this.field, this.random) = (rate, field, random);
        var laplacian = fourier.Symbol(0, 0, 1);
        ring = [.. Enumerable.Range(1, fourier.Modes - 1).Where(
            mode => Math.Abs(Math.Sqrt(-laplacian[mode].Real) - wavenumber) <= halfWidth && !IsLost(mode))];
        if (ring.Length == 0)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"No wave of this grid lies within {halfWidth} of the wavenumber {wavenumber}."), nameof(wavenumber));
        }

        shares = [.. ring.Select(mode => fourier.Share(mode))];
    }

    /// <inheritdoc/>
    public void Add(States states, long step, double timeStep)
    {
        ArgumentNullException.ThrowIfNull(states);
        Rows.ForEach(states.Count, (long)states.Count * fourier.Points * 8, row =>
        {
            var modes = new Complex[fourier.Modes];
            var noise = new double[fourier.Points];
            Draw(modes, random[row][step]);
            fourier.Inverse(modes, noise);
            // The noise as drawn has ⟨f²⟩ = Σ shares in the mean, in a channel half of it; one step brings 2·rate·Δt.
            var drawn = shares.Sum() * fourier.Points / fourier.Summed;
            Pointwise.Add(
                noise, Math.Sqrt(2 * rate * timeStep / drawn),
                states[row].Slice(field * fourier.Points, fourier.Points));
        });
    }

    // Complex normals of mean square one; where x is zero a wave and its conjugate are both stored.
    private void Draw(Complex[] modes, RandomSource draws)
    {
        foreach (var mode in ring)
        {
            var (x, y) = fourier.Numbers(mode);
            if (x == 0 && y < 0)
            {
                continue;
            }

            modes[mode] = fourier.Summed * Math.Sqrt(0.5) * new Complex(draws.Normal(), draws.Normal());
            if (x == 0)
            {
                modes[(fourier.Y!.Points - y) * fourier.ModesX] = Complex.Conjugate(modes[mode]);
            }
        }
    }

    // A real field has no phase at half sampling, and no wave in a channel is alike in all of its width.
    private bool IsLost(int mode)
    {
        var (x, y) = fourier.Numbers(mode);
        return 2 * x == fourier.X.Points || 2 * Math.Abs(y) == fourier.Y?.Points
            || (fourier.HasWalls && x > 0 && y == 0);
    }
}

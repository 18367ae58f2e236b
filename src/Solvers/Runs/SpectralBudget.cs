using System.Numerics;
using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>
/// Mean spectrum of ½f² of every field, what the scheme's linear part and all other terms bring to each shell, and the
/// flux through shells.
/// </summary>
/// <remarks>
/// ∂/∂t ½|û|² = Re(L)|û|² + Re(û* N̂), wave by wave and exact; shells are as wide as the smallest wavenumber.
/// The flux Π(k) = -Σ_{k′ ≤ k} Re(û* N̂) is what other terms carry past k. A sample costs one evaluation of N.
/// Frisch (1995), Turbulence, 2.4.
/// </remarks>
public sealed class SpectralBudget
{
    private readonly SpectralCore core;
    private readonly int[] shellOf;
    private readonly double[] shares;
    private readonly double width;
    private readonly Complex[] rate;
    private readonly States spectrum;
    private readonly States linear;
    private readonly States transfer;

    /// <summary>Of runs of a model.</summary>
    public SpectralBudget(SpectralModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        core = model.Core;
        var fourier = core.Fourier;
        width = 2 * Math.PI / Math.Max(fourier.X.Length, (fourier.Y ?? fourier.X).Length);
        var laplacian = fourier.Symbol(0, 0, 1);
        shellOf = [.. laplacian.Select(square => (int)Math.Round(Math.Sqrt(-square.Real) / width))];
        shares = [.. Enumerable.Range(0, fourier.Modes).Select(
            mode => fourier.Share(mode) / ((double)fourier.Summed * fourier.Summed))];
        rate = new Complex[core.Linear.Length];
        (Fields, var shells) = (model.Equation.Fields, shellOf.Max() + 1);
        (spectrum, linear, transfer) = (new(Fields.Count, shells), new(Fields.Count, shells), new(
            Fields.Count, shells));
    }

    /// <summary>Names of the fields, in the order of the rows.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>Number of states in the means.</summary>
    public int Samples { get; private set; }

    /// <summary>Wavenumber in the middle of each shell, 1/length.</summary>
    public double[] Wavenumbers => [.. Enumerable.Range(0, spectrum.Size).Select(shell => shell * width)];

    /// <summary>½⟨f²⟩ by shells, shape [fields, shells]: the sum over all shells is the mean over the box.</summary>
    public States Spectrum => Mean(spectrum);

    /// <summary>Rate at which L changes it, shape [fields, shells].</summary>
    public States Linear => Mean(linear);

    /// <summary>Rate at which all other terms change it, shape [fields, shells].</summary>
    public States Transfer => Mean(transfer);

    /// <summary>What all other terms carry past each shell, shape [fields, shells].</summary>
    public States Flux
    {
        get
        {
            var flux = Mean(transfer);
            for (var row = 0; row < flux.Count; row++)
            {
                var sum = 0.0;
                foreach (ref var value in flux[row])
                {
                    value = -(sum += value);
                }
            }

            return flux;
        }
    }

    /// <summary>Takes a state into the means; one thread at a time.</summary>
    public void Add(ReadOnlySpan<double> state)
    {
        var memory = core.Rent();
        core.ToModes(state, memory.Steps.State);
        core.Rest.Evaluate(memory.Steps.State, rate, memory.Frame);
        for (var field = 0; field < Fields.Count; field++)
        {
            Add(memory.Steps.State, field);
        }

        core.Return(memory);
        Samples++;
    }

    private void Add(Complex[] state, int field)
    {
        var (modes, start) = (shellOf.Length, field * shellOf.Length);
        Span<double> e = spectrum[field], l = linear[field], t = transfer[field];
        for (var mode = 0; mode < modes; mode++)
        {
            var (u, n, shell) = (state[start + mode], rate[start + mode], shellOf[mode]);
            var square = shares[mode] * ((u.Real * u.Real) + (u.Imaginary * u.Imaginary));
            e[shell] += 0.5 * square;
            l[shell] += core.Linear[start + mode].Real * square;
            t[shell] += shares[mode] * ((u.Real * n.Real) + (u.Imaginary * n.Imaginary));
        }
    }

    private States Mean(States sum)
    {
        var mean = sum.Clone();
        foreach (ref var value in mean.Values)
        {
            value /= Math.Max(1, Samples);
        }

        return mean;
    }
}

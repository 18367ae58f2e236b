using Sci.Numerics;

namespace Sci.Cases;

/// <summary>A run as it is kept.</summary>
/// <param name="Times">When the states were, from 0.</param>
/// <param name="States">The states, shape [times, size].</param>
/// <param name="Followed">Quantities by name, one value a time.</param>
/// <param name="Budget">Spectra by name and field, over <paramref name="Wavenumbers"/>; none for a system
/// without.</param>
/// <param name="Wavenumbers">Of the shells.</param>
/// <param name="Figures">Figures of the run: steps, tail, drift.</param>
internal sealed record Solution(
    double[] Times,
    States States,
    IReadOnlyDictionary<string, double[]> Followed,
    IReadOnlyDictionary<string, double[]> Budget,
    double[] Wavenumbers,
    IReadOnlyDictionary<string, double> Figures);

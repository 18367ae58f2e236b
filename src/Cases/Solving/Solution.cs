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
    IReadOnlyDictionary<string, double> Figures)
{
    /// <summary>A field at one time, shape [points].</summary>
    public Span<double> Row(int field, int points, int time) => States[time].Slice(field * points, points);

    /// <summary>A field at all times, shape [times, points]: the states themselves where it is the only one.</summary>
    public States Rows(int field, int points)
    {
        if (States.Size == points)
        {
            return States;
        }

        var rows = new States(Times.Length, points);
        for (var time = 0; time < rows.Count; time++)
        {
            Row(field, points, time).CopyTo(rows[time]);
        }

        return rows;
    }
}

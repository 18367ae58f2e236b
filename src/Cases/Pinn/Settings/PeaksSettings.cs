using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>u = Σ exp(-s|z - c|²) over centres c; the centres are to be far from the edge.</summary>
public sealed record PeaksSettings : SolutionSettings
{
    /// <summary>s.</summary>
    [Positive]
    public required double Sharpness { get; init; }

    /// <summary>Coordinates of the centres: x, y, x, y, …</summary>
    [Count(2)]
    public required IReadOnlyList<double> Centres { get; init; }

    /// <inheritdoc/>
    public override (double Value, double Laplacian) At(double x, double y)
    {
        var (u, laplacian) = (0.0, 0.0);
        for (var c = 0; c + 1 < Centres.Count; c += 2)
        {
            var square = ((x - Centres[c]) * (x - Centres[c])) + ((y - Centres[c + 1]) * (y - Centres[c + 1]));
            var e = Math.Exp(-Sharpness * square);
            u += e;
            laplacian += e * ((4 * Sharpness * Sharpness * square) - (4 * Sharpness));
        }

        return (u, laplacian);
    }
}

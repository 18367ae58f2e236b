using Sci.Discovery;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>Where the snapshots are observed.</summary>
internal static class Places
{
    /// <summary>
    /// Random places as parts of the period, rising, the same for every draw of the noise; null for points of the grid.
    /// </summary>
    public static double[]? Random(MedidaSettings settings)
    {
        if (settings.Seen.RandomPoints is not { } count)
        {
            return null;
        }

        var random = new RandomSource(settings.Seed)["places"];
        return [.. Enumerable.Range(0, count).Select(_ => random.Uniform()).Order()];
    }

    /// <summary>Coordinates of the observed points.</summary>
    public static double[] Coordinates(MedidaSettings settings)
    {
        var (grid, observing) = (settings.Grid, settings.Seen);
        return Random(settings) is { } places
            ? [.. places.Select(place => grid.Origin + (place * grid.Length))]
            : (grid with { Points = grid.Points / observing.EveryPoint }).Line().Axes[0].Coordinates();
    }

    /// <summary>The truth at the observed points, shape [rows, points].</summary>
    public static States See(MedidaSettings settings, States truth)
    {
        if (Random(settings) is { } places)
        {
            var band = new FourierBand((truth.Size / 2) - 1);
            return ScatteredBand.Values(band, band.Project(truth), places);
        }

        return Thin.Rows(truth, truth.Size / settings.Seen.EveryPoint);
    }
}

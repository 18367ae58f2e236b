using Sci.Numerics;

namespace Sci.Cases;

/// <summary>Stage 2: sees the truth through noise.</summary>
internal static class ObservationStage
{
    /// <summary>The observed snapshots of all windows, shape [windows · snapshots, observed points].</summary>
    /// <remarks>The noise is white, its standard deviation a fraction of the snapshot's own.</remarks>
    public static States Run(MedidaSettings settings, Truth truth, RandomSource random)
    {
        var observing = settings.Seen;
        var snapshots = observing.Times.Count;
        var observed = Places.See(settings, truth.Windows);
        for (var row = 0; row < observed.Count; row++)
        {
            var exact = truth.Windows[row];
            var isClean = observing.CleanTarget && row % snapshots == snapshots - 1;
            var deviation = isClean ? 0 : observing.Noise * Deviation(exact);
            var noise = random[row / snapshots][row % snapshots];
            for (var i = 0; deviation > 0 && i < observed.Size; i++)
            {
                observed[row][i] += deviation * noise.Normal();
            }
        }

        return observed;
    }

    /// <summary>Standard deviation of a state over its points.</summary>
    public static double Deviation(ReadOnlySpan<double> state)
    {
        var mean = 0.0;
        foreach (var value in state)
        {
            mean += value / state.Length;
        }

        var square = 0.0;
        foreach (var value in state)
        {
            square += (value - mean) * (value - mean) / state.Length;
        }

        return Math.Sqrt(square);
    }
}

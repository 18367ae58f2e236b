using Sci.Cases.Settings;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>Stage 1: the true states at the observed times.</summary>
internal static class JetTruthStage
{
    public static JetTruth Run(JetSettings settings, States climate, string startFile, CancellationToken cancel)
    {
        var pairs = settings.Observations.Pairs;
        if (pairs > climate.Count)
        {
            throw new SettingsException(
                new Place(startFile),
                    $"{pairs} pairs need as many start states, but there are {climate.Count}; take fewer pairs.");
        }

        var starts = climate.Slice(climate.Count - pairs, pairs);
        if (settings.Discovery is JetAuthorsSettings)
        {
            return new JetTruth(starts, AuthorsJet.Truth(settings, starts), new States(0, starts.Size));
        }

        var model = JetFlow.Model(settings.TrueJet, settings.TruthTimeStep ?? settings.TimeStep);
        var window = settings.Interpolation as WindowSettings;
        var count = window?.Cycles ?? 0;
        var earlier = new States(pairs * count, starts.Size);
        for (var i = 0; i < count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            for (var pair = 0; pair < pairs; pair++)
            {
                starts[pair].CopyTo(earlier[(pair * count) + i]);
            }

            model.Advance(starts, (int)Math.Round(window!.Every / model.TimeStep));
        }

        var ends = starts.Clone();
        model.Advance(ends, (int)Math.Round(settings.Observations.Interval / model.TimeStep));
        return new JetTruth(starts, ends, earlier);
    }
}

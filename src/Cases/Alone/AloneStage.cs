using Sci.Discovery;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>Finds equations in data, draw after draw of the noise.</summary>
internal static class AloneStage
{
    // The smallest noise that is believed, as a fraction of the target: what is left of clean data is discretisation.
    private const double Floor = 1e-3;

    public static AloneOutcome Run(
        AloneSettings settings, FieldSeries clean, string folder, Action<double> progress, CancellationToken cancel)
    {
        var info = settings.Data.Info(folder);
        var truth = settings.TruthOf(info);
        var library = settings.Library.Terms(info);
        var search = new EquationSearch(
            settings.Form.Form(info),
            new SupersetBackward(new EstimatedVariance(Floor), new InformationPenalty(), 0, []));
        var random = new RandomSource(settings.Seed)["noise"];
        List<AloneFinding> first = [];
        var (exact, relative) = (new List<double>(), new List<double>());
        for (var draw = 0; draw < settings.Seeds; draw++)
        {
            cancel.ThrowIfCancellationRequested();
            var noisy = Noisy(clean, settings.Noise, random[draw]);
            AloneFinding[] found = [.. settings.Asked(info).Select(
                field => AloneFinding.Of(search.Find([noisy], field, library)))];
            first = draw == 0 ? [.. found] : first;
            AloneFinding[] judged = [.. found.Where(each => truth.ContainsKey(each.Field))];
            if (judged.Length > 0)
            {
                exact.Add(judged.Average(each => ModelError.IsExact(truth[each.Field], each.Terms) ? 1.0 : 0));
                relative.Add(judged.Max(each => ModelError.LargestRelative(truth[each.Field], each.Terms)));
            }

            progress((draw + 1.0) / settings.Seeds);
        }

        return new AloneOutcome(first, exact, relative);
    }

    private static FieldSeries Noisy(FieldSeries clean, double noise, RandomSource random)
    {
        if (noise == 0)
        {
            return clean;
        }

        var values = clean.Fields.ToDictionary(field => field, field =>
        {
            var noisy = clean[field].Clone();
            var deviation = noise * ObservationStage.Deviation(noisy.Values);
            var stream = random[field];
            foreach (ref var value in noisy.Values)
            {
                value += deviation * stream.Normal();
            }

            return noisy;
        });
        return new FieldSeries(values, clean.TimeSpacing, clean.Grid, clean.IsPeriodic);
    }
}

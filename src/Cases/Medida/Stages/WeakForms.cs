using Sci.Discovery;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The equation that the snapshots alone give, and what it has else than the model.</summary>
internal static class WeakForms
{
    private const int Overlap = 4;
    private const int MinimumRows = 100;

    public static Discovered Run(
        MedidaSettings settings, Equation imperfect, IReadOnlyList<Term> library, WeakFormSettings method,
        States observed)
    {
        var grid = (settings.Grid with { Points = observed.Size }).Line();
        var series = new FieldSeries(
            new Dictionary<string, States> { ["u"] = observed },
            WeakFormSettings.Interval(settings.Seen)!.Value,
            grid,
            isPeriodic: true);
        var search = new EquationSearch(
            new WeakForm(new WeakGridRule(Overlap, MinimumRows), new InformationPenalty()),
            new SupersetBackward(new EstimatedVariance(method.Floor), new InformationPenalty(), 0, []));
        var fit = search.Find([series], "u", new TermLibrary(library)).Fit;
        return DiscoveryStage.Of(
            imperfect, library, Difference(fit, imperfect, library, method.Deviations), fit.Converged);
    }

    // The fit of truth minus model: differences of too few deviations are dropped, terms not found count with what the
    // model has.
    private static SparseFit Difference(
        SparseFit fit, Equation imperfect, IReadOnlyList<Term> library, double deviations)
    {
        double[] weights = [.. fit.Weights.Select((w, j) => w - imperfect.Coefficient(library[j]))];
        int[] support = [.. Enumerable.Range(0, weights.Length)
            .Where(j => weights[j] != 0 && Math.Abs(weights[j]) > deviations * fit.Deviations[j])];
        var covariance = new double[support.Length, support.Length];
        int[] rows = [.. support.Select(j => fit.Support.ToList().IndexOf(j))];
        for (var i = 0; i < support.Length; i++)
        {
            for (var j = 0; j < support.Length; j++)
            {
                covariance[i, j] = rows[i] < 0 || rows[j] < 0 ? 0 : fit.Covariance[rows[i], rows[j]];
            }
        }

        return fit with
        {
            Support = support,
            Weights = [.. weights.Select((w, j) => support.Contains(j) ? w : 0)],
            Deviations = [.. fit.Deviations.Select((s, j) => support.Contains(j) ? s : 0)],
            Covariance = covariance,
        };
    }
}

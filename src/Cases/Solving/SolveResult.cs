using System.Globalization;

namespace Sci.Cases;

/// <summary>Puts the figures of a run together.</summary>
internal static class SolveResult
{
    public const string States = "states";

    private const string Drift = "drift_";

    public static ExperimentResult Of(string name, SolveSettings settings, IReadOnlyDictionary<string, double> figures)
    {
        var metrics = new OrderedDictionary<string, double>(figures) { [States] = settings.Saves + 1 };
        string[] kept = [.. (settings.Watch?.Kept ?? []).Select(quantity => Drift + quantity)];
        if (kept.Length == 0 && settings.System is TabulatedSystemSettings)
        {
            kept = [.. figures.Keys.Where(figure => figure.StartsWith(Drift, StringComparison.Ordinal))];
        }

        if (kept.Length > 0)
        {
            metrics[Metric.ConservationError] = kept.Max(quantity => figures[quantity]);
        }

        return new ExperimentResult(name, 0, metrics, new FoundEquation(Law(settings), "", ""), []);
    }

    /// <summary>The equations, where they are text.</summary>
    public static string Law(SolveSettings settings) =>
        settings.System is SpectralSystemSettings spectral ? spectral.Equation.ToString() : "";

    /// <summary>What came out of the comparison.</summary>
    public static string Sentence(IReadOnlyDictionary<string, double> figures)
    {
        string Text(string figure) => figures[figure].ToString("g3", CultureInfo.InvariantCulture);
        var parts = new List<string>();
        if (figures.ContainsKey(Metric.RelativeL2))
        {
            parts.Add($"{Text(Metric.RelativeL2)} from the reference (relative, root mean square)");
        }

        if (figures.ContainsKey(SolveComparison.OrderFigure))
        {
            parts.Add($"order {Text(SolveComparison.OrderFigure)}, {Text(SolveComparison.ClaimedOrder)} claimed");
        }

        if (figures.ContainsKey(SolveComparison.Lyapunov))
        {
            parts.Add($"leading Lyapunov exponent {Text(SolveComparison.Lyapunov)}");
        }

        return string.Join("; ", parts);
    }

    /// <summary>A metric in words.</summary>
    public static string Meaning(string metric) => metric switch
    {
        States => "states that were kept",
        SolveStage.Steps => "steps from time 0 to the last state",
        SolveStage.Tail => "largest amplitude in the last tenth of the wavenumbers over the largest of all, last state",
        SolveStage.Courant => "grid lengths that the flow crosses in a step, the largest over the kept states",
        Metric.ConservationError => "largest relative change of what the equation keeps",
        Metric.RelativeL2 => "distance of the last state from the reference, relative",
        SolveComparison.LargestError => "largest distance of a value of the last state from the reference",
        SolveComparison.OrderFigure => "measured order of convergence",
        SolveComparison.ClaimedOrder => "order that the scheme claims",
        _ when metric.StartsWith(Drift, StringComparison.Ordinal) =>
            $"largest change of {metric[Drift.Length..]} over its largest value",
        _ => metric.Replace('_', ' '),
    };
}

using Sci.Discovery;

namespace Sci.Cases;

/// <summary>Puts the figures of an experiment together.</summary>
internal static class AloneResult
{
    public const string ResidualFraction = "residual_fraction";
    public const string Misfit = "misfit";

    public static ExperimentResult Of(string name, AloneSettings settings, FieldSeries data, AloneOutcome outcome)
    {
        var metrics = new OrderedDictionary<string, double>
        {
            [Metric.Samples] = (double)data.Times * data.Points,
            [Metric.Noise] = settings.Noise,
            [ResidualFraction] = outcome.Findings.Max(finding => finding.ResidualFraction),
            [Misfit] = outcome.Findings.Max(finding => finding.Misfit),
        };
        if (outcome.Exact.Count > 0)
        {
            metrics[Metric.SupportExact] = outcome.Exact.Average();
            metrics[Metric.CoefficientError] = outcome.LargestRelative.Order().ElementAt(
                outcome.LargestRelative.Count / 2);
        }

        return new ExperimentResult(
            name,
            0,
            metrics,
            new FoundEquation("", string.Join("; ", outcome.Findings.Select(Text)), string.Join(
                "; ", outcome.Findings.Select(Plain))),
            [.. outcome.Findings.SelectMany(finding => finding.Terms.Select((term, i) => new FoundTerm(
                outcome.Findings.Count == 1 ? term.Term.ToString() : $"{finding.Field}_t: {term.Term}",
                term.Coefficient, finding.Deviations[i])))]);
    }

    /// <summary>The equation with deviations.</summary>
    public static string Text(AloneFinding finding) => $"{finding.Field}_t = {finding.Equation}";

    /// <summary>A metric in words.</summary>
    public static string Meaning(string metric) => metric switch
    {
        Metric.Samples => "values of a field",
        Metric.Noise => "noise that was added over signal, standard deviations",
        ResidualFraction => "residual over rate of change, root mean squares, the largest over the fields",
        Misfit => "residual over what noise and discretisation explain, mean squares, the largest over the fields",
        Metric.SupportExact => "share of the equations with exactly the true terms, over the draws",
        Metric.CoefficientError => "largest relative error of a true coefficient, median over the draws",
        _ => metric,
    };

    private static string Plain(AloneFinding finding) => finding.Terms.Count == 0
        ? $"{finding.Field}_t = 0"
        : $"{finding.Field}_t = {string.Join(" + ", finding.Terms.Select(term => FormattableString.Invariant($"{term.Coefficient:r}*{term.Term}")))}";
}

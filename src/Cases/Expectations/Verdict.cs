using System.Globalization;
using System.IO.Enumeration;
using Sci.Cases.Reports;

namespace Sci.Cases;

/// <summary>An expectation beside what came out.</summary>
/// <param name="Expectation">What was expected.</param>
/// <param name="Value">What came out.</param>
public sealed record Verdict(Expectation Expectation, double Value)
{
    /// <summary>Whether the promise is kept.</summary>
    public bool IsKept => Expectation.IsKept(Value);

    /// <summary>The verdicts on one experiment; figures that it does not have are passed over.</summary>
    public static IReadOnlyList<Verdict> On(ExperimentResult result, IEnumerable<Expectation> expectations)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(expectations);
        return [.. expectations
            .Where(expected => expected.Experiments.Any(
                pattern => FileSystemName.MatchesSimpleExpression(pattern, result.Name, ignoreCase: false)))
            .Where(expected => result.Metrics.ContainsKey(expected.Metric))
            .Select(expected => new Verdict(expected, result.Metrics[expected.Metric]))];
    }

    /// <summary>
    /// The part of a report that sets an experiment's figures beside its case's <c>expected.yaml</c>; none where
    /// nothing is expected, or where settings were changed by hand: promises are for the case as it stands.
    /// </summary>
    internal static IReadOnlyList<ReportSection> Section<T>(ExperimentRun<T> run, ExperimentResult result)
    {
        var expected = run.Options.Overrides.Count == 0 ? ExpectationFile.Of(run.CaseFolder).Expected : [];
        return On(result, expected) is { Count: > 0 } verdicts
            ? [new ReportSection("Expected", [.. verdicts.Select(verdict => verdict.ToString())], [])]
            : [];
    }

    /// <summary>The figure, what was expected of it, and where that comes from.</summary>
    public override string ToString()
    {
        var parts = new List<string>();
        if (Expectation.AtMost is { } most)
        {
            parts.Add($"promised at most {Text(most)}");
        }

        if (Expectation.AtLeast is { } least)
        {
            parts.Add($"promised at least {Text(least)}");
        }

        if (Expectation.Published is { } published)
        {
            parts.Add($"published {Text(published)}");
        }

        var kept = Expectation.AtMost is null && Expectation.AtLeast is null ? "" : IsKept ? ": kept" : ": not kept";
        return $"{Expectation.Metric} = {Text(Value)}, {string.Join(", ", parts)} ({Expectation.Source}){kept}.";
    }

    private static string Text(double value) => value.ToString("g3", CultureInfo.InvariantCulture);
}

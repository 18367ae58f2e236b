namespace Sci.Cases.Settings;

/// <summary>The settings cannot be used; the command line ends with exit code 2.</summary>
public sealed class SettingsException : Exception
{
    /// <summary>Reports one thing.</summary>
    public SettingsException(Place place, string sentence)
        : this([new Finding(place, sentence)])
    {
    }

    /// <summary>Reports several things: the message is the first by line, and how many others there are.</summary>
    public SettingsException(IEnumerable<Finding> findings)
        : this(Sorted(findings))
    {
    }

    private SettingsException(Finding[] sorted)
        : base(sorted.Length == 1 ? $"{sorted[0]}" : $"{sorted[0]} (and {sorted.Length - 1} more)") =>
        Findings = sorted;

    /// <summary>All of them, by line.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    private static Finding[] Sorted(IEnumerable<Finding> findings) =>
        [.. findings.Distinct().OrderBy(f => f.Place.Line == 0).ThenBy(f => f.Place.Line).ThenBy(f => f.Place.Column)];
}

namespace Sci.Cases;

/// <summary>What a solver's run holds: the states that are saved.</summary>
internal static class SolveMemory
{
    // Measured: no dense algebra.
    private const double Process = 85e6;

    // Values of a state above which the scheme's own arrays and the figures count, too.
    private const int LargeState = 1 << 14;

    // Bytes kept above which what the schemes leave behind between two collections counts, too: up to thrice as much.
    private const double Large = 15e6;

    public static MemoryEstimate Of(SolveSettings settings)
    {
        // A field that is not the only one is copied for its file and its figure.
        var fields = settings.System.Fields.Count;
        var copies = fields == 1 ? 1 : 1 + (2.0 / fields);
        var size = (double)settings.System.Grid.Points * fields;
        HeldArray kept = new(
            $"{settings.Saves + 1} states of {size:g10} values", (settings.Saves + 1) * size, copies,
            "saves, or points");
        return new MemoryEstimate(
            Process, size > LargeState || kept.Bytes > Large || settings.Order is not null, [kept]);
    }
}

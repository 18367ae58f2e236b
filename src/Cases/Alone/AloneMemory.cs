namespace Sci.Cases;

/// <summary>What discovery from data alone holds: the data, and the data with noise.</summary>
internal static class AloneMemory
{
    // Measured over cases/pde-find; forms of a search that are no longer needed are most of the second.
    private const double Process = 110e6;
    private const double ProcessWithDraws = 220e6;

    public static MemoryEstimate Of(AloneSettings settings, string folder)
    {
        var info = settings.Data.Info(folder);
        var values = (double)info.Times * info.Grid.Points * info.Fields.Count;
        return new MemoryEstimate(
            settings.Noise > 0 ? ProcessWithDraws : Process, isAtLeast: true,
            [
                new HeldArray(
                    $"{info.Times} times of {info.Grid.Points} points", values, settings.Noise > 0 ? 2 : 1,
                    "data.times, or points"),
            ]);
    }
}

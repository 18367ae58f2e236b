namespace Sci.Cases;

/// <summary>What discovery from data alone holds: the data, and the data with noise.</summary>
internal static class AloneMemory
{
    public static MemoryEstimate Of(AloneSettings settings, string folder)
    {
        var info = settings.Data.Info(folder);
        var values = (double)info.Times * info.Grid.Points * info.Fields.Count;
        return new MemoryEstimate(
            100e6, isAtLeast: true,
            [
                new HeldArray(
                    $"{info.Times} times of {info.Grid.Points} points", values, settings.Noise > 0 ? 2 : 1,
                    "data.times, or points"),
            ]);
    }
}

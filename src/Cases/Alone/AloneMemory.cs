namespace Sci.Cases;

/// <summary>What discovery from data alone holds: the data, and the data with noise.</summary>
internal static class AloneMemory
{
    public static MemoryEstimate Of(AloneSettings settings, string folder)
    {
        var info = settings.Data.Info(folder);
        var (points, noisy) = ((double)info.Times * info.Grid.Points, settings.Noise > 0);
        // Inverse Laplacians are fields of their own.
        var smooth = settings.Library.Terms(info).Names.Count(name => name.Contains("ilap(", StringComparison.Ordinal));
        return new MemoryEstimate(
            MemoryEstimate.Process, isAtLeast: false,
            [
                new HeldArray(
                    $"{info.Times} times of {info.Grid.Points} points", points,
                    (info.Fields.Count * (noisy ? 2 : 1)) + smooth, "data.times, or points"),
            ]);
    }
}

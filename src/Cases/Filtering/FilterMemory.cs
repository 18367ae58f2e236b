namespace Sci.Cases;

/// <summary>What a filter over observations from a file holds; how many it sees at once, the file says.</summary>
internal static class FilterMemory
{
    public static MemoryEstimate Of(FilterSettings settings)
    {
        double size = settings.System.Grid.Points * (double)settings.System.Fields;
        double members = settings.Assimilation.Members;
        return new MemoryEstimate(
            MemoryEstimate.Process, isAtLeast: true,
            [
                new($"ensembles of {members:g10} members of {size:g10} values", members * size, 2, "members"),
                .. AnalysisMemory.Of(settings.Assimilation.Analysis, members, size, seen: 1),
            ]);
    }
}

using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>What the last state should be.</summary>
[Variant("exact", typeof(ExactReferenceSettings), ByKey = true, ByText = true)]
[Variant("file", typeof(FileReferenceSettings), ByKey = true)]
public abstract record ReferenceSolutionSettings
{
    /// <summary>Text that changes where a file does.</summary>
    internal virtual string Contents(string folder) => "";

    /// <summary>The first values of the last state: of its first field at least.</summary>
    internal abstract double[] On(SolvedSystemSettings system, double time, string folder);
}

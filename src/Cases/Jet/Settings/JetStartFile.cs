using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Snapshots of q₁ and q₂ from a file.</summary>
public sealed record JetStartFile : JetStartSettings
{
    /// <summary>HDF5 file with a dataset <c>q</c> [snapshot, layer, y, x].</summary>
    [CasePath]
    public required string File { get; init; }
}

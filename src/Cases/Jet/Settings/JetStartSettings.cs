using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>States of the truth's climate that the pairs start from.</summary>
[Variant("file", typeof(JetStartFile), ByKey = true)]
[Variant("spin_up", typeof(JetSpinUp), ByKey = true)]
public abstract record JetStartSettings;

/// <summary>Snapshots of q₁ and q₂ from a file.</summary>
public sealed record JetStartFile : JetStartSettings
{
    /// <summary>HDF5 file with a dataset <c>q</c> [snapshot, layer, y, x].</summary>
    [CasePath]
    public required string File { get; init; }
}

/// <summary>Snapshots of a run of the truth from small noise; it saves its state on the way and goes on from
/// there.</summary>
public sealed record JetSpinUp : JetStartSettings
{
    /// <summary>Time before the first snapshot.</summary>
    [Positive]
    public required double SpinUp { get; init; }

    /// <summary>Time between snapshots.</summary>
    [Positive]
    public required double Apart { get; init; }

    /// <summary>Number of snapshots.</summary>
    [AtLeast(1)]
    public required int Snapshots { get; init; }
}

using Sci.Cases.Settings;

namespace Sci.Cases;

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

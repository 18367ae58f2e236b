using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Runs of a solver that are looked at again and again: each snapshot and its next are a pair.</summary>
public abstract record SnapshotRunsSettings
{
    /// <summary>The network learns at every so many of the solver's points.</summary>
    [AtLeast(1)]
    public required int EveryPoint { get; init; }

    /// <summary>Length of ETDRK4's steps.</summary>
    [Positive]
    public required double TimeStep { get; init; }

    /// <summary>Time that passes before the first snapshot.</summary>
    [NonNegative]
    public required double SpinUp { get; init; }

    /// <summary>Time from one snapshot to the next.</summary>
    [Positive]
    public required double Every { get; init; }

    /// <summary>Runs to learn from.</summary>
    [AtLeast(1)]
    public required int Runs { get; init; }

    /// <summary>Snapshots after the first in each of them.</summary>
    [AtLeast(1)]
    public required int Snapshots { get; init; }

    /// <summary>Runs that nothing is learnt from.</summary>
    [AtLeast(1)]
    public required int TestRuns { get; init; }
}

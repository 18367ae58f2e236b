using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Runs of truth, wrong and corrected model from the same state, and their statistics.</summary>
public sealed record JetClimateSettings
{
    /// <summary>Length of each run.</summary>
    [Positive]
    public required double Length { get; init; }

    /// <summary>Time at the beginning that does not count.</summary>
    [NonNegative]
    public required double Settling { get; init; }

    /// <summary>Time between snapshots of the statistics.</summary>
    [Positive]
    public required double Every { get; init; }

    /// <summary>Length of the steps.</summary>
    [Positive]
    public required double TimeStep { get; init; }
}

using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Pairs of snapshots of ψ₁ and ψ₂ at the same sensors.</summary>
public sealed record JetObservationSettings
{
    /// <summary>Number of pairs, each from a start of its own; the last ones of the file.</summary>
    [AtLeast(1)]
    public required int Pairs { get; init; }

    /// <summary>Time between the two snapshots of a pair.</summary>
    [Positive]
    public required double Interval { get; init; }

    /// <summary>Part of the points that have a sensor.</summary>
    [Positive]
    public required double Ratio { get; init; }

    /// <summary>Standard deviation of the noise over that of the field; on both snapshots, white.</summary>
    [NonNegative]
    public required double Noise { get; init; }
}

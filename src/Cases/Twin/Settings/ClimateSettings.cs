using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>A free run of the system, apart from the truth's.</summary>
public sealed record ClimateSettings
{
    /// <summary>Number of states.</summary>
    [AtLeast(2)]
    public required int States { get; init; }

    /// <summary>Time from one to the next.</summary>
    [Positive]
    public required double Apart { get; init; }
}

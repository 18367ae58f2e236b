using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>What stops a run; values that are not finite always do.</summary>
public sealed record WatchSettings
{
    /// <summary>Largest amplitude in the last tenth of the wavenumbers, relative to the largest of all.</summary>
    [Positive]
    public double? Tail { get; init; }

    /// <summary>Largest number of grid lengths that the flow crosses in a step.</summary>
    [Positive]
    public double? Courant { get; init; }

    /// <summary>Names of quantities that the equation keeps.</summary>
    public IReadOnlyList<string>? Kept { get; init; }

    /// <summary>Largest relative change of those.</summary>
    [Positive]
    public double Drift { get; init; } = 1e-6;
}

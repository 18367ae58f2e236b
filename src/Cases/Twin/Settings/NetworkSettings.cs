using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>What is observed, with independent errors of one variance.</summary>
public sealed record NetworkSettings
{
    /// <summary>Time from one analysis to the next.</summary>
    [Positive]
    public required double Every { get; init; }

    /// <summary>Variance of the errors.</summary>
    [Positive]
    public required double Variance { get; init; }

    /// <summary>Where.</summary>
    public required PlacesSettings Places { get; init; }
}

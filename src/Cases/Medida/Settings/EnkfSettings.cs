using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>
/// The stochastic ensemble Kalman filter of the MEDIDA programs: one analysis a window, at its last snapshot.
/// </summary>
public sealed record EnkfSettings : AssimilationSettings
{
    /// <summary>Number of members.</summary>
    [AtLeast(2)]
    public required int Members { get; init; }

    /// <summary>Standard deviation of the background ensemble about the last but one snapshot, absolute.</summary>
    [Positive]
    public required double BackgroundDeviation { get; init; }

    /// <summary>Standard deviation of the observation errors that the filter assumes, absolute.</summary>
    [Positive]
    public required double ObservationDeviation { get; init; }

    internal override string? Accepts(ObservationPlan observations, ModelSettings model) => null;
}

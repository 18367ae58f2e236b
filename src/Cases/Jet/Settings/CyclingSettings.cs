using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Optimal interpolation of innovations, cycled over a window before each pair with the model as it
/// stands.</summary>
public sealed record CyclingSettings : PriorSettings
{
    /// <summary>Prior variance of ψ₁ and of ψ₂ at a point for the first snapshot of a window.</summary>
    [Count(2, 2)]
    [Positive]
    public required IReadOnlyList<double> Variances { get; init; }

    /// <summary>Prior variance of the forecasts' errors of ψ₁ and of ψ₂.</summary>
    [Count(2, 2)]
    [Positive]
    public required IReadOnlyList<double> ForecastVariances { get; init; }

    /// <summary>p of the forecasts' errors, whose spectrum is flatter than the fields'.</summary>
    [Between(1, 8)]
    public required double ForecastPower { get; init; }

    /// <summary>Number of snapshots before the pair.</summary>
    [AtLeast(1)]
    public required int Cycles { get; init; }

    /// <summary>Time between them.</summary>
    [Positive]
    public required double Every { get; init; }

    /// <summary>How often the window is cycled again with the corrected model.</summary>
    [AtLeast(1)]
    public required int Passes { get; init; }
}

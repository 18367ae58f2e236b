using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Optimal interpolation of innovations, cycled over a window before each pair with the model as it
/// stands.</summary>
public sealed record CyclingSettings : WindowSettings
{
    /// <summary>Prior variance of the forecasts' errors of ψ₁ and of ψ₂.</summary>
    [Count(2, 2)]
    [Positive]
    public required IReadOnlyList<double> ForecastVariances { get; init; }

    /// <summary>p of the forecasts' errors, whose spectrum is flatter than the fields'.</summary>
    [Between(1, 8)]
    public required double ForecastPower { get; init; }

    /// <summary>How often the window is cycled, each time with what was found from the analyses before, which are taken
    /// as given. Left out, the analyses' own response to the coefficients is carried along: dearer, and needed where
    /// they hold on to the forecasts, as with much noise.</summary>
    [AtLeast(1)]
    public int? Passes { get; init; }
}

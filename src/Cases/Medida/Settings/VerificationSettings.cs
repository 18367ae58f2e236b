using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Forecasts from states of the truth that nothing was fitted to.</summary>
public sealed record VerificationSettings
{
    /// <summary>Number of forecasts.</summary>
    [AtLeast(1)]
    public required int Forecasts { get; init; }

    /// <summary>Time between the starts of two forecasts.</summary>
    [Positive]
    public required double Apart { get; init; }

    /// <summary>Length of a forecast.</summary>
    [Positive]
    public required double Length { get; init; }

    /// <summary>Time between rows of the error curve and of the figures.</summary>
    [Positive]
    public required double Every { get; init; }

    /// <summary>A forecast is valid until its RMSE exceeds this fraction of the climate's standard deviation.</summary>
    [Positive]
    public required double Threshold { get; init; }
}

using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Forecasts from true slow states.</summary>
public sealed record ClosureForecastSettings
{
    /// <summary>Number of forecasts.</summary>
    [AtLeast(2)]
    public required int Runs { get; init; }

    /// <summary>Length of each.</summary>
    [Positive]
    public required double Duration { get; init; }

    /// <summary>Time from one comparison with the truth to the next.</summary>
    [Positive]
    public required double Every { get; init; }

    /// <summary>Length of the closed model's steps.</summary>
    [Positive]
    public required double TimeStep { get; init; }

    /// <summary>Mean correlation of the anomalies below which a forecast is lost.</summary>
    [Between(0, 1)]
    public required double Correlation { get; init; }

    /// <summary>Comparisons of each, the start among them.</summary>
    internal int Leads => (int)Math.Round(Duration / Every) + 1;
}

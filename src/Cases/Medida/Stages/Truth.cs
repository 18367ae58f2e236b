using Sci.Numerics;

namespace Sci.Cases;

/// <summary>The true system at the times that the later stages ask for.</summary>
/// <param name="WindowTimes">Times of the snapshots, shape [windows · snapshots].</param>
/// <param name="Windows">The snapshots, window after window, shape [windows · snapshots, points].</param>
/// <param name="ForecastTimes">Times of the held-back trajectories, shape [forecasts · times].</param>
/// <param name="Forecasts">The held-back trajectories, one after another, shape [forecasts · times, points].</param>
public sealed record Truth(
    IReadOnlyList<double> WindowTimes, States Windows, IReadOnlyList<double> ForecastTimes, States Forecasts);

using Sci.Numerics;

namespace Sci.Cases;

/// <summary>What assimilation hands to discovery, one row a window.</summary>
/// <param name="Forecast">The model's forecast of the last snapshot, shape [windows, points].</param>
/// <param name="Analysis">The analysis, or the observation itself where there is no filter, shape [windows, points].</param>
/// <param name="Interval">Time over which the model ran.</param>
public sealed record Increments(States Forecast, States Analysis, double Interval);

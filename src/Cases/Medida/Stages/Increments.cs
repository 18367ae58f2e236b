using Sci.Numerics;

namespace Sci.Cases;

/// <summary>What assimilation hands to discovery, one row an interval.</summary>
/// <param name="Before">The state that the forecast starts from, mean of the ensemble, shape [intervals,
/// points].</param>
/// <param name="Forecast">The model's forecast of the end of the interval, shape [intervals, points].</param>
/// <param name="Analysis">The analysis, or the observation itself where there is no filter, shape [intervals,
/// points].</param>
/// <param name="Intervals">Time over which the model ran, shape [intervals].</param>
public sealed record Increments(States Before, States Forecast, States Analysis, IReadOnlyList<double> Intervals)
{
    /// <summary>Looks at single members on the way.</summary>
    internal MemberLooks Looks { get; init; } = MemberLooks.None;
}

using Sci.Solvers;

namespace Sci.Cases;

/// <summary>What a series holds, without its values.</summary>
/// <param name="Fields">Names of the fields.</param>
/// <param name="Grid">Where the points are; one point for time series.</param>
/// <param name="IsPeriodic">Whether the fields go on at the other end.</param>
/// <param name="Interval">Time between observations.</param>
/// <param name="Times">Number of observations.</param>
internal sealed record SeriesInfo(IReadOnlyList<string> Fields, Grid Grid, bool IsPeriodic, double Interval, int Times);

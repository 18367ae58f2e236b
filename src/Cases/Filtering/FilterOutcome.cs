using Sci.Numerics;

namespace Sci.Cases;

/// <summary>What a filter made of a file of observations.</summary>
/// <param name="Times">Times of the analyses.</param>
/// <param name="Counts">Observations of each.</param>
/// <param name="Means">Means of the analyses, shape [times, state size].</param>
/// <param name="Deviations">Deviations of the members, shape [times, state size].</param>
/// <param name="Innovations">Root mean square of observed minus forecast at each time, in units of the errors.</param>
/// <param name="Expected">What it should be by the members' spread and the errors.</param>
/// <param name="ChiSquare">χ² of the innovations over their number, burn-in left out, as are the next two.</param>
/// <param name="ObservationVariance">Error variance that the innovations show over the assumed one.</param>
/// <param name="ForecastVariance">Forecast variance that they show over the ensemble's.</param>
/// <param name="Looks">Looks at single members on the way.</param>
internal sealed record FilterOutcome(
    double[] Times,
    int[] Counts,
    States Means,
    States Deviations,
    double[] Innovations,
    double[] Expected,
    double ChiSquare,
    double ObservationVariance,
    double ForecastVariance,
    MemberLooks Looks);

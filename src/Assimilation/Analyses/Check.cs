using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>Checks at the public edge of the analyses.</summary>
internal static class Check
{
    public static void Shapes(States ensemble, Observations observations, ReadOnlySpan<double> y)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentNullException.ThrowIfNull(observations);
        if (ensemble.Count < 2)
        {
            throw new ArgumentException(
                $"An ensemble analysis needs two members or more, not {ensemble.Count}.", nameof(ensemble));
        }

        if (ensemble.Size != observations.Operator.StateSize)
        {
            throw new ArgumentException(
                $"The members have {ensemble.Size} values, but the observations are of states of "
                + $"{observations.Operator.StateSize}.",
                nameof(ensemble));
        }

        if (y.Length != observations.Count || observations.Errors.Count != observations.Count)
        {
            throw new ArgumentException(
                $"There are {observations.Count} observations, {y.Length} observed values and "
                + $"{observations.Errors.Count} error variances; the three must agree.", nameof(y));
        }
    }
}

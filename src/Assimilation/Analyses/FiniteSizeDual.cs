using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>
/// The finite-size filter EnKF-N: a square root filter that finds its own inflation, by one scalar minimum.
/// </summary>
/// <remarks>
/// Bocquet and Sakov (2012), doi:10.5194/npg-19-383-2012: the inflation l of the prior anomalies minimises
/// Σ (uₖ·d)²/(N-1 + l² sₖ²) + e/l² + c ln l², with s and u the singular values and vectors of Y, and e and c of the
/// cost of <see cref="FiniteSizePrimal"/>, whose lowest point it shares.
/// </remarks>
public sealed record FiniteSizeDual : IAnalysis
{
    /// <summary>
    /// Certainty of the hyperprior: 1 for an ensemble of independent draws, above for milder sampling errors.
    /// </summary>
    public required double Certainty { get; init; }

    /// <inheritdoc/>
    public void Update(States ensemble, Observations observations, ReadOnlySpan<double> y, RandomSource random) =>
        FiniteSize.Update(ensemble, observations, y, Inflation);

    private double Inflation(EnsembleTransform transform)
    {
        var hyper = HyperPrior.Of(transform.Variances, Certainty);
        return Math.Exp(ScalarMinimum.Of(
            x => Cost(transform, hyper, Math.Exp(2 * x)),
            x => Slope(transform, hyper, Math.Exp(2 * x)),
            Math.Log(0.05), Math.Log(50)));
    }

    // With Y d = Σ pₖ vₖ, (u·d)²/(N-1 + l² s²) is, but for a constant, -p² l²/((N-1)² (1 + l² s²/(N-1))): no division
    // by s.
    private static double Cost(EnsembleTransform transform, HyperPrior hyper, double l2)
    {
        double n1 = transform.Pull.Length - 1;
        var sum = (hyper.E / l2) + (hyper.C * Math.Log(l2));
        for (var k = 0; k < transform.Pull.Length; k++)
        {
            var p = transform.Pull[k] / n1;
            sum -= p * p * l2 / (1 + (l2 * Math.Max(0, transform.Variances[k])));
        }

        return sum;
    }

    // Half the derivative of the cost by ln l.
    private static double Slope(EnsembleTransform transform, HyperPrior hyper, double l2)
    {
        double n1 = transform.Pull.Length - 1;
        var sum = hyper.C - (hyper.E / l2);
        for (var k = 0; k < transform.Pull.Length; k++)
        {
            var p = transform.Pull[k] / (n1 * (1 + (l2 * Math.Max(0, transform.Variances[k]))));
            sum -= p * p * l2;
        }

        return sum;
    }
}

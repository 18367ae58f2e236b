using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>A field known as a normal distribution: values with a mean and a covariance.</summary>
/// <param name="mean">Mean, one value a point.</param>
/// <param name="covariance">Covariance, shape [points, points].</param>
public sealed class GaussianField(double[] mean, States covariance)
{
    /// <summary>Mean at each point.</summary>
    public IReadOnlyList<double> Mean => mean;

    /// <summary>Covariance, shape [points, points].</summary>
    public States Covariance => covariance;

    /// <summary>A field whose values are independent.</summary>
    public static GaussianField Independent(IReadOnlyList<double> mean, IReadOnlyList<double> variances)
    {
        ArgumentNullException.ThrowIfNull(mean);
        ArgumentNullException.ThrowIfNull(variances);
        var covariance = new States(mean.Count, mean.Count);
        for (var i = 0; i < mean.Count; i++)
        {
            covariance[i][i] = variances[i];
        }

        return new GaussianField([.. mean], covariance);
    }

    /// <summary>
    /// Mean over the points of the log density of each point's own normal distribution at <paramref name="truth"/>.
    /// </summary>
    public double LogLikelihood(IReadOnlyList<double> truth, double leastVariance)
    {
        ArgumentNullException.ThrowIfNull(truth);
        var sum = 0.0;
        for (var i = 0; i < mean.Length; i++)
        {
            var variance = Math.Max(covariance[i][i], leastVariance);
            var d = truth[i] - mean[i];
            sum -= 0.5 * (Math.Log(2 * Math.PI * variance) + (d * d / variance));
        }

        return sum / mean.Length;
    }
}

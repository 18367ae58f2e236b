using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>
/// Moves the mean by the gain of a mixed covariance, (1 - share) of the ensemble's and a share of a fixed one.
/// </summary>
/// <remarks>
/// Hamill and Snyder (2000), doi:10.1175/1520-0493(2000)128&lt;2905:AHEKFV&gt;2.0.CO;2; the anomalies are those of
/// another analysis, as in Wang, Barker, Snyder and Hamill (2008), doi:10.1175/2008MWR2444.1. Of a nonlinear H the gain
/// takes differences along the anomalies and the fixed factor.
/// </remarks>
/// <param name="Inner">Gives the anomalies; its mean is replaced.</param>
/// <param name="Fixed">The fixed covariance; its mean is not used.</param>
/// <param name="Share">Of the fixed covariance, from 0 to 1.</param>
public sealed record Hybrid(IAnalysis Inner, Background Fixed, double Share) : IAnalysis
{
    /// <inheritdoc/>
    public void Update(States ensemble, Observations observations, ReadOnlySpan<double> y, RandomSource random)
    {
        Check.Shapes(ensemble, observations, y);
        if (observations.Count == 0)
        {
            return;
        }

        var mean = new double[ensemble.Size];
        var mixed = Mixed(ensemble, mean);
        Inner.Update(ensemble, observations, y, random);
        var theirs = new double[ensemble.Size];
        Moments.Mean(ensemble.Values, ensemble.Size, theirs);
        Moments.Shift(ensemble.Values, -1, theirs);
        new Background(mean, mixed).Move(mean, observations, y);
        Moments.Shift(ensemble.Values, 1, mean);
    }

    private States Mixed(States ensemble, double[] mean)
    {
        using var anomalies = Anomalies.Of(ensemble, mean);
        var mixed = new States(ensemble.Count + Fixed.Factor.Count, ensemble.Size);
        anomalies.Values.CopyTo(mixed.Values);
        Fixed.Factor.Values.CopyTo(mixed.Values[anomalies.Values.Length..]);
        var (ofMembers, ofFixed) = (Math.Sqrt((1 - Share) / (ensemble.Count - 1)), Math.Sqrt(Share));
        for (var i = 0; i < mixed.Values.Length; i++)
        {
            mixed.Values[i] *= i < anomalies.Values.Length ? ofMembers : ofFixed;
        }

        return mixed;
    }
}

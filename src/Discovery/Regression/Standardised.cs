namespace Sci.Discovery;

/// <summary>
/// Another regression on columns and a target of root mean square 1, its answer given back in the user's units.
/// </summary>
/// <param name="Inner">The regression that depends on units.</param>
public sealed record Standardised(ISparseRegression Inner) : ISparseRegression
{
    /// <inheritdoc/>
    public SparseFit Fit(CompressedDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        double[] scales = [.. Enumerable.Range(0, design.Columns).Select(
            j => design.Scale(j) is > 0 and var scale ? scale : 1)];
        var target = Math.Sqrt(design.TargetSquare / design.Rows) is > 0 and var rms ? rms : 1;
        var fit = Inner.Fit(design.Rescaled(scales, target));
        var k = fit.Support.Count;
        var covariance = new double[k, k];
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++)
            {
                covariance[i, j] =
                    fit.Covariance[i, j] * target * target / (scales[fit.Support[i]] * scales[fit.Support[j]]);
            }
        }

        return fit with
        {
            Weights = [.. fit.Weights.Select((weight, j) => weight * target / scales[j])],
            Deviations = [.. fit.Deviations.Select((deviation, j) => deviation * target / scales[j])],
            Covariance = covariance,
            NoiseVariance = fit.NoiseVariance * target * target,
            LogEvidence = fit.LogEvidence - (design.Rows * Math.Log(target)),
        };
    }
}

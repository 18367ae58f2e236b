using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>The posterior of a fit's weights, given linear relations among them.</summary>
/// <remarks>
/// w - ΣCᵀS⁻¹(Cw - e) with covariance Σ - ΣCᵀS⁻¹CΣ, S = CΣCᵀ: a Gaussian, conditioned one relation at a time.
/// </remarks>
internal static class Conditioning
{
    public static SparseFit On(SparseFit fit, IReadOnlyList<LinearConstraint> constraints)
    {
        var (weights, covariance) = (fit.Weights.ToArray(), (double[,])fit.Covariance.Clone());
        foreach (var constraint in constraints)
        {
            Condition(fit, constraint, weights, covariance);
        }

        var deviations = new double[weights.Length];
        for (var i = 0; i < fit.Support.Count; i++)
        {
            deviations[fit.Support[i]] = Math.Sqrt(Math.Max(covariance[i, i], 0));
        }

        return fit with { Weights = weights, Deviations = deviations, Covariance = covariance };
    }

    private static void Condition(SparseFit fit, LinearConstraint constraint, double[] weights, double[,] covariance)
    {
        var k = fit.Support.Count;
        var factors = new double[k];
        foreach (var (text, factor) in constraint.Factors)
        {
            var name = Term.Parse(text).ToString();
            var place = Enumerable.Range(0, k).FirstOrDefault(i => fit.Names[fit.Support[i]] == name, -1);
            if (place >= 0)
            {
                factors[place] = factor;
            }
        }

        var (spread, gap, variance) = (new double[k], -constraint.Value, 0.0);
        for (var i = 0; i < k; i++)
        {
            gap += factors[i] * weights[fit.Support[i]];
            for (var j = 0; j < k; j++)
            {
                spread[i] += covariance[i, j] * factors[j];
            }

            variance += factors[i] * spread[i];
        }

        for (var i = 0; i < k && variance > 0; i++)
        {
            weights[fit.Support[i]] -= spread[i] * gap / variance;
            for (var j = 0; j < k; j++)
            {
                covariance[i, j] -= spread[i] * spread[j] / variance;
            }
        }
    }
}

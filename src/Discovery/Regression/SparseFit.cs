namespace Sci.Discovery;

/// <summary>A sparse linear model and how sure it is.</summary>
/// <param name="Names">Names of all columns, shape [columns].</param>
/// <param name="Support">Columns in the model, ascending.</param>
/// <param name="Weights">Posterior mean of all weights, in units of target per column; zero off the support.</param>
/// <param name="Deviations">Posterior standard deviations of all weights; zero off the support.</param>
/// <param name="Covariance">Posterior covariance of the weights on the support, shape [support, support].</param>
/// <param name="NoiseVariance">Variance of a row, in squared units of the target.</param>
/// <param name="LogEvidence">Logarithm of the marginal likelihood of t.</param>
/// <param name="Iterations">Steps that the search took.</param>
/// <param name="Converged">Whether it settled before its limit.</param>
/// <param name="Path">The best visited model of each size, smallest first.</param>
/// <param name="Inclusion">
/// Share of each column in exp(score), summed over the visited models, shape [columns]: its posterior probability as
/// far as the search looked. One or zero where a method visits a single model.
/// </param>
/// <param name="RunnersUp">Models passed over, likeliest first.</param>
/// <param name="Aliases">Columns that could stand in the place of chosen ones.</param>
public sealed record SparseFit(
    IReadOnlyList<string> Names,
    IReadOnlyList<int> Support,
    IReadOnlyList<double> Weights,
    IReadOnlyList<double> Deviations,
    double[,] Covariance,
    double NoiseVariance,
    double LogEvidence,
    int Iterations,
    bool Converged,
    IReadOnlyList<VisitedModel> Path,
    IReadOnlyList<double> Inclusion,
    IReadOnlyList<RunnerUp> RunnersUp,
    IReadOnlyList<Alias> Aliases)
{
    /// <summary>The same weights, less sure by what a known part of the target's error would shift them.</summary>
    /// <param name="moments">Φᵀd over the noise variance, d that error, shape [columns].</param>
    /// <remarks>
    /// The shift δ = Σφᵀd is not taken off, an error's estimate being no better than its size: δδᵀ is added to Σ.
    /// </remarks>
    public SparseFit Shifted(ReadOnlySpan<double> moments)
    {
        var k = Support.Count;
        var shift = new double[k];
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++)
            {
                shift[i] += Covariance[i, j] * moments[Support[j]];
            }
        }

        var covariance = (double[,])Covariance.Clone();
        var deviations = Deviations.ToArray();
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++)
            {
                covariance[i, j] += shift[i] * shift[j];
            }

            deviations[Support[i]] = Math.Sqrt(covariance[i, i]);
        }

        return this with { Covariance = covariance, Deviations = deviations };
    }
}

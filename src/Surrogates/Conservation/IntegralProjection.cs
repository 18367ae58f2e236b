namespace Sci.Surrogates;

/// <summary>The nearest field that satisfies one linear constraint; O(points), no matrix.</summary>
/// <remarks>
/// u - v g (g·u - b)/(σ² + g·(v g)) with weights v: ones give the plain projection (HardC), a diagonal of variances the
/// mean of ProbConserv (Hansen et al., 2023, arXiv:2302.11002, equation 8, by Sherman and Morrison).
/// </remarks>
public static class IntegralProjection
{
    /// <summary>Corrects <paramref name="u"/> in place and returns the conservation error that is left.</summary>
    /// <param name="u">The field.</param>
    /// <param name="constraint">One row.</param>
    /// <param name="weights">How far each value may move, in proportion; null for all alike.</param>
    public static double Apply(double[] u, LinearConstraint constraint, IReadOnlyList<double>? weights)
    {
        ArgumentNullException.ThrowIfNull(u);
        ArgumentNullException.ThrowIfNull(constraint);
        var g = constraint.Rows[0];
        var sum = constraint.Variance;
        for (var i = 0; i < u.Length; i++)
        {
            sum += (weights?[i] ?? 1) * g[i] * g[i];
        }

        var shift = constraint.Residual(0, u) / sum;
        for (var i = 0; i < u.Length; i++)
        {
            u[i] -= (weights?[i] ?? 1) * g[i] * shift;
        }

        return constraint.Error(u);
    }
}

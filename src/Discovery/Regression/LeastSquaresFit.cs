namespace Sci.Discovery;

/// <summary>
/// A fit whose method ends in least squares on a support: weights, deviations, and the path that led there.
/// </summary>
internal static class LeastSquaresFit
{
    /// <summary>
    /// Least squares on the support of the original design, with the noise estimated from the residual.
    /// </summary>
    public static SparseFit Of(
        CompressedDesign design, IReadOnlyList<int> support, IReadOnlyList<int[]> path, int iterations, bool converged)
    {
        int[] columns = [.. support.Order()];
        var k = columns.Length;
        var solution = design.Solve(columns, new double[k]);
        var variance = design.ResidualSquare(columns, solution) / Math.Max(design.Rows - k, 1);
        var inverse = Inverse(design, columns);
        var (weights, deviations, covariance) =
            (new double[design.Columns], new double[design.Columns], new double[k, k]);
        var inclusion = new double[design.Columns];
        for (var i = 0; i < k; i++)
        {
            weights[columns[i]] = solution[i];
            deviations[columns[i]] = Math.Sqrt(variance * inverse[(i * k) + i]);
            inclusion[columns[i]] = 1;
            for (var j = 0; j < k; j++)
            {
                covariance[i, j] = variance * inverse[(i * k) + j];
            }
        }

        var visited = path.Append(columns).DistinctBy(set => string.Join(',', set)).OrderBy(set => set.Length)
            .Select(set => Describe(design, set)).ToArray();
        return new SparseFit(
            design.Names, columns, weights, deviations, covariance, variance, Describe(design, columns).LogEvidence,
            iterations,
            converged, visited, inclusion, [], []);
    }

    /// <summary>Schwarz's approximation of the log evidence of a set of columns; it is the score too.</summary>
    public static VisitedModel Describe(CompressedDesign design, int[] support)
    {
        var residual = design.ResidualSquare(support, design.Solve(support, new double[support.Length]));
        var variance = Math.Max(residual, 1e-30 * design.TargetSquare) / design.Rows;
        var evidence =
            -0.5 * ((design.Rows * (Math.Log(2 * Math.PI * variance) + 1)) + (support.Length * Math.Log(design.Rows)));
        return new VisitedModel(support, Math.Sqrt(residual / design.TargetSquare), evidence, evidence);
    }

    private static double[] Inverse(CompressedDesign design, int[] columns)
    {
        var k = columns.Length;
        var gram = new double[k * k];
        for (var at = 0; at < gram.Length; at++)
        {
            gram[at] = design.Product(columns[at / k], columns[at % k]);
        }

        return Cholesky.Of(gram, k).Inverse();
    }
}

using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>What the residuals of a weak form are worth under the full covariance of its rows.</summary>
internal static class RowLikelihood
{
    // Standard deviation of a row, in root mean squares of the target, that quadrature leaves of clean data.
    private const double Floor = 1e-4;

    // A little on the diagonal: rows that overlap much make the covariance nearly singular.
    private const double Ridge = 1e-8;

    /// <summary>rᵀC⁻¹r and ln|C|, r = b - Φw and C its covariance at w; the first near the number of rows for the truth.</summary>
    /// <param name="system">Few enough rows for a dense covariance.</param>
    /// <param name="support">Columns with weights.</param>
    /// <param name="weights">The weights, shape [support].</param>
    public static (double ChiSquare, double LogDeterminant) Of(WeakSystem system, int[] support, double[] weights)
    {
        var n = system.Grid.Rows;
        var residual = system.Residual(support, weights);
        WeakTerm[] terms = [.. support.Select(j => system.Terms[j])];
        var covariance = system.Noises.RowCovariance(system.Grid, system.Grid, terms, weights).Dense();
        var floor = Floor * Floor * system.Target.Average(value => value * value);
        for (var row = 0; row < n; row++)
        {
            covariance[(row * n) + row] = (covariance[(row * n) + row] * (1 + Ridge)) + floor;
        }

        var c = new MatrixSpan(covariance, n, n);
        Blas.Cholesky(c);
        Blas.SolveLower(c, new MatrixSpan(residual, n, 1));
        var determinant = 0.0;
        for (var row = 0; row < n; row++)
        {
            determinant += 2 * Math.Log(covariance[(row * n) + row]);
        }

        return (residual.Sum(value => value * value), determinant);
    }
}

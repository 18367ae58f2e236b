using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>What the residuals of a weak form are worth under the full covariance of its rows.</summary>
internal static class RowLikelihood
{
    // Standard deviation of a row, in root mean squares of the target, that quadrature leaves of clean data.
    private const double Floor = 1e-4;

    /// <summary>rᵀC⁻¹r, r = b - Φw and C its covariance at w: near the number of rows for the truth.</summary>
    /// <param name="system">Few enough rows for a dense covariance.</param>
    /// <param name="support">Columns with weights.</param>
    /// <param name="weights">The weights, shape [support].</param>
    public static double ChiSquare(WeakSystem system, int[] support, double[] weights)
    {
        var n = system.Grid.Rows;
        var residual = (double[])system.Target.Clone();
        for (var i = 0; i < support.Length; i++)
        {
            var column = system.Columns[support[i]];
            for (var row = 0; row < n; row++)
            {
                residual[row] -= weights[i] * column[row];
            }
        }

        WeakTerm[] terms = [.. support.Select(j => WeakTerm.Of(system.Library.Terms[j]))];
        var covariance = Dense(system.Noises.RowCovariance(terms, weights), system.Grid);
        var floor = Floor * Floor * system.Target.Average(value => value * value);
        for (var row = 0; row < n; row++)
        {
            covariance[(row * n) + row] += floor;
        }

        var c = new MatrixSpan(covariance, n, n);
        Blas.Cholesky(c);
        Blas.SolveLower(c, new MatrixSpan(residual, n, 1));
        return residual.Sum(value => value * value);
    }

    // A little on the diagonal: rows that overlap much make the covariance nearly singular.
    private static double[] Dense(IReadOnlyList<(double[] Time, double[] Space)> parts, WeakGrid grid)
    {
        var (t, x, n) = (grid.PlacesInTime, grid.PlacesInSpace, grid.Rows);
        var covariance = new double[n * n];
        foreach (var (time, space) in parts)
        {
            for (var row = 0; row < n; row++)
            {
                var line = space.AsSpan(row % x * x, x);
                for (var block = 0; block < t; block++)
                {
                    var factor = time[(row / x * t) + block];
                    var into = covariance.AsSpan((row * n) + (block * x), x);
                    for (var column = 0; column < line.Length; column++)
                    {
                        into[column] += factor * line[column];
                    }
                }
            }
        }

        for (var row = 0; row < n; row++)
        {
            covariance[(row * n) + row] *= 1 + 1e-8;
        }

        return covariance;
    }
}

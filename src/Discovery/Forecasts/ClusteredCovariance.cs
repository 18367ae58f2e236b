using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>The covariance of least-squares coefficients whose errors are alike among neighbours and alien across
/// clusters.</summary>
/// <remarks>
/// (ΦᵀΦ)⁻¹ G (ΦᵀΦ)⁻¹ with G = Σ gᵦgᵦᵀ, gᵦ = Φᵦᵀrᵦ over the rows of cluster b (Liang and Zeger, 1986,
/// doi:10.1093/biomet/73.1.13). With few clusters G is drawn halfway to a multiple of ΦᵀΦ of the same trace relative to
/// it: white noise with fewer independent rows.
/// </remarks>
/// <param name="Clusters">The cluster of each row of a pair, from 0.</param>
public sealed record ClusteredCovariance(IReadOnlyList<int> Clusters)
{
    private const double Drawn = 0.5;

    /// <summary>The covariance.</summary>
    /// <param name="columns">Φ transposed, shape [columns, pairs·rows].</param>
    /// <param name="residual">What least squares leave, shape [pairs·rows].</param>
    /// <param name="floor">A deviation that is added to each coefficient's own in squares, shape [columns].</param>
    public double[,] Of(States columns, double[] residual, double[] floor)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(residual);
        ArgumentNullException.ThrowIfNull(floor);
        var k = columns.Count;
        var inverse = Inverse(Products(columns), k);
        var scores = Scores(columns, residual);
        var g = new double[k * k];
        for (var b = 0; b < scores.Count; b++)
        {
            for (var i = 0; i < k * k; i++)
            {
                g[i] += scores[b][i / k] * scores[b][i % k];
            }
        }

        var covariance = Sandwich(inverse, g, k);
        var trace = Enumerable.Range(0, k)
            .Sum(i => Enumerable.Range(0, k).Sum(j => inverse[(i * k) + j] * g[(j * k) + i])) / k;
        var result = new double[k, k];
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++)
            {
                result[i, j] = ((1 - Drawn) * covariance[(i * k) + j]) + (Drawn * trace * inverse[(i * k) + j])
                    + (i == j ? floor[i] * floor[i] : 0);
            }
        }

        return result;
    }

    // Φᵦᵀrᵦ, one row a cluster of a pair.
    private States Scores(States columns, double[] residual)
    {
        var (rows, clusters) = (Clusters.Count, Clusters.Max() + 1);
        var scores = new States(residual.Length / rows * clusters, columns.Count);
        Workers.For(columns.Count, j =>
        {
            var column = columns[j];
            for (var i = 0; i < residual.Length; i++)
            {
                scores[(i / rows * clusters) + Clusters[i % rows]][j] += column[i] * residual[i];
            }
        });
        return scores;
    }

    private static double[] Products(States columns)
    {
        var k = columns.Count;
        var products = new double[k * k];
        Workers.For(k, i =>
        {
            for (var j = 0; j < k; j++)
            {
                products[(i * k) + j] = System.Numerics.Tensors.TensorPrimitives.Dot<double>(columns[i], columns[j]);
            }
        });
        return products;
    }

    /// <summary>The inverse of a positive definite matrix, shape [k, k].</summary>
    internal static double[] Inverse(double[] matrix, int k)
    {
        // Unit diagonals first: columns of different units would look dependent.
        var scale = Enumerable.Range(0, k).Select(i => 1 / Math.Sqrt(matrix[(i * k) + i])).ToArray();
        var scaled = matrix.Select((value, at) => value * scale[at / k] * scale[at % k]).ToArray();
        var factor = Cholesky.Of(scaled, k);
        var inverse = new double[k * k];
        for (var j = 0; j < k; j++)
        {
            var unit = new double[k];
            unit[j] = 1;
            factor.Solve(unit);
            for (var i = 0; i < k; i++)
            {
                inverse[(i * k) + j] = unit[i] * scale[i] * scale[j];
            }
        }

        return inverse;
    }

    private static double[] Sandwich(double[] a, double[] g, int k)
    {
        var half = new double[k * k];
        var result = new double[k * k];
        for (var i = 0; i < k * k; i++)
        {
            for (var l = 0; l < k; l++)
            {
                half[i] += a[(i / k * k) + l] * g[(l * k) + (i % k)];
            }
        }

        for (var i = 0; i < k * k; i++)
        {
            for (var l = 0; l < k; l++)
            {
                result[i] += half[(i / k * k) + l] * a[(l * k) + (i % k)];
            }
        }

        return result;
    }
}

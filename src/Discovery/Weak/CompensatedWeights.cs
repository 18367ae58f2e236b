using System.Numerics.Tensors;

namespace Sci.Discovery;

/// <summary>
/// Least squares on the rows of a weak form as they are, the noise's mean taken from the columns' products.
/// </summary>
internal static class CompensatedWeights
{
    /// <summary>The solution of (ΦᵀΦ - N)w = Φᵀt on a set of columns.</summary>
    /// <param name="systems">The rows.</param>
    /// <param name="support">The columns.</param>
    /// <param name="known">Further columns, whose weights are given.</param>
    public static double[] Of(
        IReadOnlyList<WeakSystem> systems, int[] support, IReadOnlyList<(int Column, double Weight)> known)
    {
        var k = support.Length;
        var (gram, moments) = (new double[k * k], new double[k]);
        foreach (var system in systems)
        {
            for (var i = 0; i < k; i++)
            {
                moments[i] += system.Weight
                    * TensorPrimitives.Dot<double>(system.Columns[support[i]], system.Target);
                for (var j = 0; j < k; j++)
                {
                    gram[(i * k) + j] += system.Weight * system.CleanProduct(support[i], support[j]);
                }

                foreach (var (column, weight) in known)
                {
                    moments[i] -= system.Weight * weight * system.CleanProduct(support[i], column);
                }
            }
        }

        Cholesky.Of(gram, k).Solve(moments);
        return moments;
    }
}

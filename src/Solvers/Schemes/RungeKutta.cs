namespace Sci.Solvers;

/// <summary>
/// Weights of additive Runge-Kutta methods: N by one tableau, Lu by the same or by a diagonally implicit one.
/// </summary>
internal static class RungeKutta
{
    /// <summary>
    /// Solves Yᵢ = u + Σ aᵢⱼ ΔtN(Yⱼ) + Σ âᵢⱼ z Yⱼ for the stages, and sums them with b, which both parts share.
    /// </summary>
    /// <param name="z">LΔt.</param>
    /// <param name="explicitPart">a, one row a stage, strictly lower.</param>
    /// <param name="linearPart">â, one row a stage, with or without a diagonal.</param>
    /// <param name="b">The weights of the step.</param>
    public static Dual[,] Weights(Dual z, double[][] explicitPart, double[][] linearPart, double[] b)
    {
        var stages = b.Length;
        var weights = new Dual[stages + 1, stages + 1];
        for (var i = 0; i <= stages; i++)
        {
            var a = i < stages ? explicitPart[i] : b;
            var implicitA = i < stages ? linearPart[i] : b;
            weights[i, 0] = 1;
            for (var j = 0; j < a.Length && j < stages; j++)
            {
                weights[i, 1 + j] += a[j];
            }

            AddStages(weights, i, implicitA, z);
        }

        return weights;
    }

    private static void AddStages(Dual[,] weights, int row, double[] a, Dual z)
    {
        for (var j = 0; j < a.Length && (j < row); j++)
        {
            for (var column = 0; column < weights.GetLength(1); column++)
            {
                weights[row, column] += a[j] * z * weights[j, column];
            }
        }

        if (row < a.Length)
        {
            for (var column = 0; column < weights.GetLength(1); column++)
            {
                weights[row, column] /= 1 - (a[row] * z);
            }
        }
    }
}

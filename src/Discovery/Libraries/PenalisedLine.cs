namespace Sci.Discovery;

/// <summary>Smooths samples by a penalty on their differences: (1 + DᵀWD)z = y, D the m-th difference.</summary>
/// <remarks>
/// Whittaker (1923), doi:10.1017/S0013091500077853. The matrix has m bands; solving takes n m² steps.
/// </remarks>
internal static class PenalisedLine
{
    /// <summary>The smoothed samples.</summary>
    /// <param name="samples">y, shape [n].</param>
    /// <param name="order">m.</param>
    /// <param name="weights">The diagonal of W, shape [n - m].</param>
    public static double[] Smooth(ReadOnlySpan<double> samples, int order, ReadOnlySpan<double> weights)
    {
        var bands = Bands(samples.Length, order, weights);
        Factor(bands, samples.Length, order);
        var z = samples.ToArray();
        Solve(bands, z, order);
        return z;
    }

    /// <summary>The m-th differences, shape [n - m].</summary>
    public static double[] Differences(ReadOnlySpan<double> samples, int order)
    {
        var difference = samples.ToArray();
        for (var m = 0; m < order; m++)
        {
            for (var i = 0; i < difference.Length - 1 - m; i++)
            {
                difference[i] = difference[i + 1] - difference[i];
            }
        }

        return difference[..^order];
    }

    // Row i holds the entries (i, i - m) … (i, i) of the lower half.
    private static double[] Bands(int n, int m, ReadOnlySpan<double> weights)
    {
        var coefficients = new double[m + 1];
        for (var k = 0; k <= m; k++)
        {
            coefficients[k] = Binomial(m, k) * ((m - k) % 2 == 0 ? 1 : -1);
        }

        var bands = new double[n * (m + 1)];
        for (var i = 0; i < n; i++)
        {
            bands[(i * (m + 1)) + m] = 1;
        }

        for (var row = 0; row < weights.Length; row++)
        {
            for (var a = 0; a <= m; a++)
            {
                for (var b = 0; b <= a; b++)
                {
                    bands[((row + a) * (m + 1)) + m - (a - b)] += weights[row] * coefficients[a] * coefficients[b];
                }
            }
        }

        return bands;
    }

    private static void Factor(double[] bands, int n, int m)
    {
        for (var i = 0; i < n; i++)
        {
            for (var j = Math.Max(0, i - m); j <= i; j++)
            {
                ref var entry = ref bands[(i * (m + 1)) + m - (i - j)];
                for (var k = Math.Max(0, i - m); k < j; k++)
                {
                    entry -= bands[(i * (m + 1)) + m - (i - k)] * (j - k <= m ? bands[(j * (m + 1)) + m - (j - k)] : 0);
                }

                entry = j == i ? Math.Sqrt(entry) : entry / bands[(j * (m + 1)) + m];
            }
        }
    }

    private static void Solve(double[] bands, double[] z, int m)
    {
        var n = z.Length;
        for (var i = 0; i < n; i++)
        {
            for (var k = Math.Max(0, i - m); k < i; k++)
            {
                z[i] -= bands[(i * (m + 1)) + m - (i - k)] * z[k];
            }

            z[i] /= bands[(i * (m + 1)) + m];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k <= Math.Min(n - 1, i + m); k++)
            {
                z[i] -= bands[(k * (m + 1)) + m - (k - i)] * z[k];
            }

            z[i] /= bands[(i * (m + 1)) + m];
        }
    }

    private static double Binomial(int n, int k) =>
        Enumerable.Range(0, k).Aggregate(1.0, (product, i) => product * (n - i) / (i + 1));
}

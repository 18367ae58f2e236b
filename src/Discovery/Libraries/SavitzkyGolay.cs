namespace Sci.Discovery;

/// <summary>Derivatives of the polynomial that fits a window of samples best: smooths what is noisy.</summary>
/// <remarks>
/// Savitzky and Golay (1964), doi:10.1021/ac60214a047. White noise of deviation σ gives the derivative of order k a
/// deviation of about σ HalfWidth^(-k-1/2) Δ^-k; what the polynomial cannot follow is lost. The fit is by orthonormal
/// polynomials.
/// </remarks>
/// <param name="HalfWidth">The window has 2 HalfWidth + 1 samples.</param>
/// <param name="Degree">Degree of the polynomial, below the number of samples and not below the order asked
/// for.</param>
public sealed record SavitzkyGolay(int HalfWidth, int Degree) : ILineDifferentiation
{
    private readonly double[][] basis = Basis(HalfWidth, Degree);

    /// <inheritdoc/>
    public int Margin => HalfWidth;

    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<double> samples, double spacing, int order, bool isPeriodic, Span<double> derivative)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order, Degree);
        var scale = Math.Pow(HalfWidth * spacing, -order);
        Stencil.Apply(samples, HalfWidth, offset => Weights(offset, order), scale, isPeriodic, derivative);
    }

    // Σ_j q_j(x_k) q_j^(order)(x) at x = offset / HalfWidth.
    private double[] Weights(int offset, int order)
    {
        var weights = new double[(2 * HalfWidth) + 1];
        foreach (var polynomial in basis)
        {
            var slope = Value(polynomial, (double)offset / HalfWidth, order);
            for (var k = 0; k < weights.Length; k++)
            {
                weights[k] += slope * Value(polynomial, (double)(k - HalfWidth) / HalfWidth, 0);
            }
        }

        return weights;
    }

    // Coefficients of polynomials in x / HalfWidth that are orthonormal over the samples: Stieltjes' recurrence.
    private static double[][] Basis(int halfWidth, int degree)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(halfWidth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(degree, 2 * halfWidth);
        double[] x = [.. Enumerable.Range(-halfWidth, (2 * halfWidth) + 1).Select(k => (double)k / halfWidth)];
        var found = new List<double[]>();
        for (var d = 0; d <= degree; d++)
        {
            double[] next = d == 0 ? [1] : [0, .. found[d - 1]];
            for (var pass = 0; pass < 2; pass++)
            {
                foreach (var earlier in found)
                {
                    var share = x.Sum(at => Value(next, at, 0) * Value(earlier, at, 0));
                    for (var i = 0; i < earlier.Length; i++)
                    {
                        next[i] -= share * earlier[i];
                    }
                }
            }

            var norm = Math.Sqrt(x.Sum(at => Math.Pow(Value(next, at, 0), 2)));
            found.Add(Array.ConvertAll(next, value => value / norm));
        }

        return [.. found];
    }

    private static double Value(double[] polynomial, double x, int order)
    {
        var sum = 0.0;
        for (var power = polynomial.Length - 1; power >= order; power--)
        {
            var falling = 1.0;
            for (var i = 0; i < order; i++)
            {
                falling *= power - i;
            }

            sum = (sum * x) + (falling * polynomial[power]);
        }

        return sum;
    }
}

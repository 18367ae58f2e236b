using System.Numerics.Tensors;
using Sci.Numerics;

namespace Sci.Assimilation.Algebra;

/// <summary>(I + B)^(-1/2) for a positive semidefinite B of modest size, by a polynomial in B: a few matrix products.</summary>
/// <remarks>
/// Chebyshev's series in powers of X = 2B/b - I, b a bound of the eigenvalues, by the scheme of Paterson and Stockmeyer
/// (1973, doi:10.1137/0202007). A filter at work has a b below 1, and then this takes a third of the time of an
/// eigendecomposition.
/// </remarks>
internal static class InverseRoot
{
    // Powers of X that are kept.
    private const int Powers = 4;

    // Beyond, the powers' coefficients grow faster than Chebyshev's fall.
    private const double LargestBound = 3;

    /// <summary>Writes the root, or returns false where B is too large for a short polynomial.</summary>
    public static bool TryCompute(Matrix b, Matrix root)
    {
        var n = b.Rows;
        using var powers = Matrix.Rent((Powers + 1) * n, n);
        Blas.Syrk(1, b.Span, 0, Power(powers, 2, n));
        var bound = Math.Sqrt(TensorPrimitives.Norm<double>(Values(powers, 2, n)));
        if (!(bound <= LargestBound))
        {
            return false;
        }

        var series = InverseRootSeries.For(bound);
        Raise(b, powers, series.Bound);
        Evaluate(powers, series.Powers, root);
        return true;
    }

    // X, X², X³, X⁴ from B and B²: X² = 4B²/b² - 4B/b + I.
    private static void Raise(Matrix b, Matrix powers, double bound)
    {
        var n = b.Rows;
        var x = Values(powers, 1, n);
        var square = Values(powers, 2, n);
        TensorPrimitives.Multiply(b.Values, 2 / bound, x);
        TensorPrimitives.Multiply(square, 4 / (bound * bound), square);
        TensorPrimitives.MultiplyAdd(x, -2, square, square);
        for (var i = 0; i < n; i++)
        {
            x[(i * n) + i] -= 1;
            square[(i * n) + i] += 1;
        }

        Blas.Gemm(1, Power(powers, 1, n), Power(powers, 2, n), 0, Power(powers, 3, n));
        Blas.Gemm(1, Power(powers, 2, n), Power(powers, 2, n), 0, Power(powers, 4, n));
    }

    // Σ c_k X^k, blocks of Powers terms from the highest on.
    private static void Evaluate(Matrix powers, double[] coefficients, Matrix root)
    {
        var n = root.Rows;
        using var scratch = Matrix.Rent(n, n);
        var (sum, other) = (root, scratch);
        var blocks = (coefficients.Length + Powers - 1) / Powers;
        if (blocks % 2 == 0)
        {
            (sum, other) = (scratch, root);
        }

        sum.Values.Clear();
        for (var block = blocks - 1; block >= 0; block--)
        {
            if (block < blocks - 1)
            {
                Blas.Gemm(1, sum.Span, Power(powers, Powers, n), 0, other.Span);
                (sum, other) = (other, sum);
            }

            for (var k = 0; k < Powers && (block * Powers) + k < coefficients.Length; k++)
            {
                AddPower(powers, k, coefficients[(block * Powers) + k], sum);
            }
        }
    }

    private static void AddPower(Matrix powers, int k, double coefficient, Matrix sum)
    {
        var n = sum.Rows;
        if (k > 0)
        {
            TensorPrimitives.MultiplyAdd(Values(powers, k, n), coefficient, sum.Values, sum.Values);
            return;
        }

        for (var i = 0; i < n; i++)
        {
            sum[i][i] += coefficient;
        }
    }

    private static MatrixSpan Power(Matrix powers, int k, int n) => new(Values(powers, k, n), n, n);

    private static Span<double> Values(Matrix powers, int k, int n) => powers.Array.AsSpan(k * n * n, n * n);
}

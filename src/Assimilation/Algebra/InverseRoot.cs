using System.Numerics.Tensors;
using Sci.Numerics;

namespace Sci.Assimilation.Algebra;

/// <summary>
/// (I + B)^(-1/2) for a positive semidefinite B of modest size, by a polynomial in B: a few matrix products.
/// </summary>
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

    // What (Σ λ⁴)^(1/4) may be where the largest λ is likely below that.
    private const double LikelyBound = 5;

    // Order from which half a product costs less than a whole one.
    private const int WorthHalving = 128;

    /// <summary>Writes the root, or returns false where B is too large for a short polynomial.</summary>
    public static bool TryCompute(Matrix b, Matrix root)
    {
        var n = b.Rows;
        using var powers = Matrix.Rent((Powers + 1) * n, n);
        Blas.Syrk(1, b.Span, 0, Power(powers, 2, n));
        if (!(Math.Sqrt(TensorPrimitives.Norm<double>(Values(powers, 2, n))) <= LikelyBound))
        {
            return false;
        }

        // The root of order eight of Σ λ⁸ is above the largest λ, and not by much.
        Square(powers, n);
        var bound = Math.Pow(TensorPrimitives.Norm<double>(Values(powers, 4, n)), 0.25);
        if (!(bound <= LargestBound))
        {
            return false;
        }

        Blas.Gemm(1, b.Span, Power(powers, 2, n), 0, Power(powers, 3, n));
        var series = InverseRootSeries.For(bound);
        Raise(b, powers, series.Bound);
        Evaluate(powers, series.Powers, root);
        return true;
    }

    // B⁴ from B².
    private static void Square(Matrix powers, int n)
    {
        if (n < WorthHalving)
        {
            Blas.Gemm(1, Power(powers, 2, n), Power(powers, 2, n), 0, Power(powers, 4, n));
        }
        else
        {
            Blas.Syrk(1, Power(powers, 2, n), 0, Power(powers, 4, n));
        }
    }

    // X, X², X³, X⁴ from the powers of B, X = 2B/b - I.
    private static void Raise(Matrix b, Matrix powers, double bound)
    {
        var n = b.Rows;
        var c = 2 / bound;
        Span<double> x1 = Values(powers, 1, n), x2 = Values(powers, 2, n), x3 = Values(powers, 3, n),
        x4 = Values(powers, 4, n);
        TensorPrimitives.Multiply(b.Values, c, x1);
        TensorPrimitives.Multiply(x2, c * c, x2);
        TensorPrimitives.Multiply(x3, c * c * c, x3);
        TensorPrimitives.Multiply(x4, c * c * c * c, x4);
        TensorPrimitives.MultiplyAdd(x3, -4, x4, x4);
        TensorPrimitives.MultiplyAdd(x2, 6, x4, x4);
        TensorPrimitives.MultiplyAdd(x1, -4, x4, x4);
        TensorPrimitives.MultiplyAdd(x2, -3, x3, x3);
        TensorPrimitives.MultiplyAdd(x1, 3, x3, x3);
        TensorPrimitives.MultiplyAdd(x1, -2, x2, x2);
        for (var i = 0; i < n * n; i += n + 1)
        {
            (x1[i], x2[i], x3[i], x4[i]) = (x1[i] - 1, x2[i] + 1, x3[i] - 1, x4[i] + 1);
        }
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

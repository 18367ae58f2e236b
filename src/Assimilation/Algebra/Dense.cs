using System.Numerics.Tensors;
using Sci.Numerics;

namespace Sci.Assimilation.Algebra;

/// <summary>The products and solutions that the analyses are made of.</summary>
internal static class Dense
{
    /// <summary>C = s AᵀB.</summary>
    public static void Inner(double scale, Matrix a, Matrix b, Matrix c) =>
        Blas.Gemm(scale, a.Span.T, b.Span, 0, c.Span);

    /// <summary>C = s A Bᵀ.</summary>
    public static void Outer(double scale, Matrix a, Matrix b, Matrix c) =>
        Blas.Gemm(scale, a.Span, b.Span.T, 0, c.Span);

    /// <summary>C = A B.</summary>
    public static void Product(Matrix a, Matrix b, Matrix c) => Blas.Gemm(1, a.Span, b.Span, 0, c.Span);

    /// <summary>C += A B, on the rows of <paramref name="c"/>.</summary>
    public static void Add(Matrix a, Matrix b, States c) => Blas.Gemm(1, a.Span, b.Span, 1, MatrixSpan.Of(c));

    /// <summary>C += AᵀB, on the rows of <paramref name="c"/>.</summary>
    public static void AddInner(Matrix a, Matrix b, States c) => Blas.Gemm(1, a.Span.T, b.Span, 1, MatrixSpan.Of(c));

    /// <summary>C = s AᵀA.</summary>
    public static void Gram(double scale, Matrix a, Matrix c) => Blas.Syrk(scale, a.Span.T, 0, c.Span);

    /// <summary>C = s A Aᵀ.</summary>
    public static void OuterGram(double scale, Matrix a, Matrix c) => Blas.Syrk(scale, a.Span, 0, c.Span);

    /// <summary>Replaces I + A, A a covariance, by its Cholesky factor.</summary>
    public static void FactorWithIdentity(Matrix a)
    {
        for (var i = 0; i < a.Rows; i++)
        {
            a[i][i] += 1;
        }

        Blas.Cholesky(a.Span);
    }

    /// <summary>Solves L Lᵀ X = B in place, right-hand sides in the columns of <paramref name="b"/>.</summary>
    public static void Solve(Matrix factor, Matrix b) => Blas.CholeskySolve(factor.Span, b.Span);

    /// <summary>Solves L X = B in place, right-hand sides in the columns of <paramref name="b"/>.</summary>
    public static void SolveLower(Matrix factor, Matrix b) => Blas.SolveLower(factor.Span, b.Span);

    /// <summary>The same on the values of states, members in rows.</summary>
    public static void SolveLower(Matrix factor, States b) => Blas.SolveLower(factor.Span, MatrixSpan.Of(b));

    /// <summary>Solves LᵀX = B in place.</summary>
    public static void SolveLowerTransposed(Matrix factor, Matrix b) => Blas.SolveUpper(factor.Span.T, b.Span);

    /// <summary>Solves L x = b in place.</summary>
    public static void SolveLower(Matrix factor, Span<double> b)
    {
        for (var i = 0; i < b.Length; i++)
        {
            b[i] = (b[i] - TensorPrimitives.Dot<double>(factor[i][..i], b[..i])) / factor[i][i];
        }
    }

    /// <summary>Solves L Lᵀ x = b in place.</summary>
    public static void Solve(Matrix factor, Span<double> b)
    {
        SolveLower(factor, b);
        for (var i = b.Length - 1; i >= 0; i--)
        {
            b[i] /= factor[i][i];
            TensorPrimitives.MultiplyAdd(factor[i][..i], -b[i], b[..i], b[..i]);
        }
    }
}

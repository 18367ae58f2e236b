using System.Runtime.Intrinsics;

namespace Sci.Assimilation.Algebra;

/// <summary>Eigenvalues and eigenvectors of several small symmetric matrices at once, one a vector lane.</summary>
/// <remarks>Jacobi's cyclic rotations (Golub and Van Loan, 2013, §8.5), until no lane has anything left to rotate.</remarks>
internal static class LaneEigen
{
    private const int MostSweeps = 30;

    /// <summary>Leaves the eigenvalues on the diagonal of <paramref name="a"/> [n, n], the vectors in the rows of <paramref name="vectors"/>.</summary>
    public static void Decompose(Span<Vector512<double>> a, Span<Vector512<double>> vectors, int n)
    {
        vectors.Clear();
        for (var i = 0; i < n; i++)
        {
            vectors[(i * n) + i] = Vector512<double>.One;
        }

        for (var sweep = 0; sweep < MostSweeps && !IsDiagonal(a, n); sweep++)
        {
            for (var p = 0; p < n - 1; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    Rotate(a, vectors, n, p, q);
                }
            }
        }
    }

    private static bool IsDiagonal(ReadOnlySpan<Vector512<double>> a, int n)
    {
        var (beside, on) = (Vector512<double>.Zero, Vector512<double>.Zero);
        for (var i = 0; i < n; i++)
        {
            on += a[(i * n) + i] * a[(i * n) + i];
            for (var j = 0; j < i; j++)
            {
                beside += a[(i * n) + j] * a[(i * n) + j];
            }
        }

        return Vector512.LessThanOrEqualAll(beside, 1e-30 * on);
    }

    // The rotation in the plane of p and q that clears a[p, q]; the identity in lanes where it is clear.
    private static void Rotate(Span<Vector512<double>> a, Span<Vector512<double>> vectors, int n, int p, int q)
    {
        var one = Vector512<double>.One;
        var (app, aqq, apq) = (a[(p * n) + p], a[(q * n) + q], a[(p * n) + q]);
        var theta = (aqq - app) / (2 * apq);
        var size = one / (Vector512.Abs(theta) + Vector512.Sqrt((theta * theta) + one));
        var t = Vector512.ConditionalSelect(
            Vector512.Equals(apq, Vector512<double>.Zero), Vector512<double>.Zero, Vector512.CopySign(size, theta));
        var c = one / Vector512.Sqrt((t * t) + one);
        var s = t * c;
        var rowP = a.Slice(p * n, n);
        var rowQ = a.Slice(q * n, n);
        var vectorP = vectors.Slice(p * n, n);
        var vectorQ = vectors.Slice(q * n, n);
        for (var k = 0; k < n; k++)
        {
            var (x, y) = (rowP[k], rowQ[k]);
            rowP[k] = (c * x) - (s * y);
            rowQ[k] = (s * x) + (c * y);
            (x, y) = (vectorP[k], vectorQ[k]);
            vectorP[k] = (c * x) - (s * y);
            vectorQ[k] = (s * x) + (c * y);
        }

        for (var k = 0; k < n; k++)
        {
            a[(k * n) + p] = rowP[k];
            a[(k * n) + q] = rowQ[k];
        }

        a[(p * n) + p] = app - (t * apq);
        a[(q * n) + q] = aqq + (t * apq);
        a[(p * n) + q] = Vector512<double>.Zero;
        a[(q * n) + p] = Vector512<double>.Zero;
    }
}

using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Sci.Assimilation.Algebra;

/// <summary>
/// Eigenvalues and eigenvectors of a symmetric matrix, for ensembles too small to pay for a library's call.
/// </summary>
/// <remarks>
/// Householder's reduction to tridiagonal form and the implicit QL iteration (Golub and Van Loan, 2013, §8.3), with
/// the vectors in rows, so that every inner loop runs along memory.
/// </remarks>
internal static class SymmetricEigen
{
    private const int MostIterations = 60;

    /// <summary>
    /// Overwrites <paramref name="a"/>; row k of <paramref name="vectors"/> belongs to value k. Not sorted.
    /// </summary>
    public static void Decompose(Matrix a, Span<double> values, Matrix vectors)
    {
        var n = a.Rows;
        Span<double> beside = n <= 256 ? stackalloc double[n] : new double[n];
        Span<double> factors = n <= 256 ? stackalloc double[n] : new double[n];
        Reduce(a, values, beside, factors);
        Accumulate(a, factors, vectors);
        for (var l = 0; l < n; l++)
        {
            Deflate(l, values, beside, vectors);
        }
    }

    // A ← H A H for one reflection H = I - t v vᵀ a column; v stays in row k of A, right of the diagonal.
    private static void Reduce(Matrix a, Span<double> diagonal, Span<double> beside, Span<double> factors)
    {
        var n = a.Rows;
        Span<double> w = n <= 256 ? stackalloc double[n] : new double[n];
        beside.Clear();
        factors.Clear();
        for (var k = 0; k < n; k++)
        {
            diagonal[k] = a[k][k];
            var v = a[k][(k + 1)..];
            if (v.Length == 0)
            {
                break;
            }

            beside[k] = v[0];
            var tail = TensorPrimitives.SumOfSquares<double>(v[1..]);
            if (tail == 0)
            {
                continue;
            }

            beside[k] = -Math.CopySign(Math.Sqrt((v[0] * v[0]) + tail), v[0]);
            v[0] -= beside[k];
            var t = 2 / ((v[0] * v[0]) + tail);
            factors[k] = t;
            Reflect(a, k + 1, v, t, w[..v.Length]);
        }
    }

    // The trailing block B ← B - v wᵀ - w vᵀ, w = t B v - (t² vᵀBv / 2) v.
    private static void Reflect(Matrix a, int first, ReadOnlySpan<double> v, double t, Span<double> w)
    {
        for (var i = 0; i < v.Length; i++)
        {
            w[i] = t * TensorPrimitives.Dot(a[first + i][first..], v);
        }

        TensorPrimitives.MultiplyAdd(v, -0.5 * t * TensorPrimitives.Dot(w, v), w, w);
        for (var i = 0; i < v.Length; i++)
        {
            var row = a[first + i][first..];
            TensorPrimitives.MultiplyAdd(w, -v[i], row, row);
            TensorPrimitives.MultiplyAdd(v, -w[i], row, row);
        }
    }

    private static void Accumulate(Matrix a, ReadOnlySpan<double> factors, Matrix vectors)
    {
        var n = a.Rows;
        vectors.Values.Clear();
        for (var i = 0; i < n; i++)
        {
            vectors[i][i] = 1;
        }

        for (var k = n - 2; k >= 0; k--)
        {
            ReadOnlySpan<double> v = a[k][(k + 1)..];
            for (var i = k + 1; i < n && factors[k] != 0; i++)
            {
                var row = vectors[i][(k + 1)..];
                TensorPrimitives.MultiplyAdd(v, -factors[k] * TensorPrimitives.Dot(row, v), row, row);
            }
        }
    }

    private static void Deflate(int l, Span<double> d, Span<double> e, Matrix vectors)
    {
        for (var iteration = 0; ; iteration++)
        {
            var m = l;
            while (m < d.Length - 1 && Math.Abs(e[m]) > 1.1e-16 * (Math.Abs(d[m]) + Math.Abs(d[m + 1])))
            {
                m++;
            }

            if (m == l)
            {
                return;
            }

            if (iteration == MostIterations)
            {
                throw new ArithmeticException(
                    "The eigenvalues of the ensemble's covariance do not converge: it holds NaN or infinity.");
            }

            Sweep(l, m, d, e, vectors);
        }
    }

    // One QL step with Wilkinson's shift on rows l to m.
    private static void Sweep(int l, int m, Span<double> d, Span<double> e, Matrix vectors)
    {
        var q = (d[l + 1] - d[l]) / (2 * e[l]);
        var g = d[m] - d[l] + (e[l] / (q + Math.CopySign(Math.Sqrt((q * q) + 1), q)));
        var (s, c, p) = (1.0, 1.0, 0.0);
        for (var i = m - 1; i >= l; i--)
        {
            var (f, b) = (s * e[i], c * e[i]);
            var r = Math.Sqrt((f * f) + (g * g));
            e[i + 1] = r;
            if (r == 0)
            {
                d[i + 1] -= p;
                e[m] = 0;
                return;
            }

            (s, c) = (f / r, g / r);
            g = d[i + 1] - p;
            r = ((d[i] - g) * s) + (2 * c * b);
            p = s * r;
            d[i + 1] = g + p;
            g = (c * r) - b;
            Rotate(vectors[i], vectors[i + 1], c, s);
        }

        d[l] -= p;
        e[l] = g;
        e[m] = 0;
    }

    private static void Rotate(Span<double> x, Span<double> y, double c, double s)
    {
        var vx = MemoryMarshal.Cast<double, Vector<double>>(x);
        var vy = MemoryMarshal.Cast<double, Vector<double>>(y);
        for (var i = 0; i < vx.Length; i++)
        {
            (vx[i], vy[i]) = ((c * vx[i]) - (s * vy[i]), (s * vx[i]) + (c * vy[i]));
        }

        for (var i = vx.Length * Vector<double>.Count; i < x.Length; i++)
        {
            (x[i], y[i]) = ((c * x[i]) - (s * y[i]), (s * x[i]) + (c * y[i]));
        }
    }
}

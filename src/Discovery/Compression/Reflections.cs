using System.Numerics;
using System.Runtime.InteropServices;

namespace Sci.Discovery;

/// <summary>Appends rows to a triangular factor by Householder reflections, four at a time.</summary>
/// <remarks>
/// A reflection I - τvvᵀ has v = (v₀ in the row of R that it changes, the rows of the tile). Four of them make
/// I - VTVᵀ (Schreiber and Van Loan, 1989, doi:10.1137/0910005), which passes over a column twice instead of eight
/// times.
/// </remarks>
internal static class Reflections
{
    private const int Panel = 4;

    // Rows of a pass: 26 columns of them stay in a 32 kB first-level cache.
    private const int PassRows = 128;

    /// <summary>Replaces R by the factor of [R; rows], and destroys the rows.</summary>
    public static void Append(double[] r, Span<double> columns, int width, int stride, int count)
    {
        for (var first = 0; first < count; first += PassRows)
        {
            AppendPass(r, columns[first..], width, stride, Math.Min(PassRows, count - first));
        }
    }

    /// <summary>Replaces R by the factor of [R; other].</summary>
    public static void Merge(double[] r, double[] other, int width)
    {
        var columns = new double[width * width];
        for (var i = 0; i < width; i++)
        {
            for (var j = i; j < width; j++)
            {
                columns[(j * width) + i] = other[(i * width) + j];
            }
        }

        Append(r, columns, width, width, width);
    }

    private static void AppendPass(double[] r, Span<double> columns, int width, int stride, int count)
    {
        Span<double> heads = stackalloc double[Panel];
        Span<double> t = stackalloc double[Panel * Panel];
        for (var j = 0; j < width; j += Panel)
        {
            var size = Math.Min(Panel, width - j);
            Factor(r, columns, width, stride, count, j, size, heads, t);
            for (var k = j + size; k < width; k++)
            {
                Apply(r, columns, width, stride, count, j, k, heads, t);
            }
        }
    }

    private static void Factor(
        double[] r, Span<double> columns, int width, int stride, int count, int j, int size, Span<double> heads, Span<double> t)
    {
        t.Clear();
        for (var a = 0; a < size; a++)
        {
            var v = columns.Slice((j + a) * stride, count);
            var row = r.AsSpan((j + a) * width, width);
            var tail = Dot(v, v);
            var diagonal = row[j + a];
            var norm = Math.Sqrt((diagonal * diagonal) + tail);
            heads[a] = diagonal + Math.CopySign(norm, diagonal);
            row[j + a] = -Math.CopySign(norm, diagonal);
            var tau = norm == 0 ? 0 : 2 / ((heads[a] * heads[a]) + tail);
            for (var k = j + a + 1; k < j + size; k++)
            {
                var c = columns.Slice(k * stride, count);
                var s = tau * ((heads[a] * row[k]) + Dot(v, c));
                row[k] -= s * heads[a];
                Subtract(c, s, v);
            }

            Accumulate(columns, stride, count, j, a, tau, t);
        }
    }

    // The new column of T: τ on the diagonal, -τ T Vᵀv above it. Heads lie in different rows and do not meet.
    private static void Accumulate(
        Span<double> columns, int stride, int count, int j, int a, double tau, Span<double> t)
    {
        Span<double> products = stackalloc double[Panel];
        var v = columns.Slice((j + a) * stride, count);
        for (var b = 0; b < a; b++)
        {
            products[b] = Dot(columns.Slice((j + b) * stride, count), v);
        }

        for (var b = 0; b < a; b++)
        {
            var sum = 0.0;
            for (var c = b; c < a; c++)
            {
                sum += t[(b * Panel) + c] * products[c];
            }

            t[(b * Panel) + a] = -tau * sum;
        }

        t[(a * Panel) + a] = tau;
    }

    private static void Apply(
        double[] r, Span<double> columns, int width, int stride, int count, int j, int k, ReadOnlySpan<double> heads, ReadOnlySpan<double> t)
    {
        Span<double> w = stackalloc double[Panel];
        Span<double> s = stackalloc double[Panel];
        var v = columns[(j * stride)..];
        var c = columns.Slice(k * stride, count);
        Dot4(v, stride, c, w);
        for (var a = 0; a < Panel; a++)
        {
            w[a] += heads[a] * r[((j + a) * width) + k];
        }

        for (var a = 0; a < Panel; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                s[a] += t[(b * Panel) + a] * w[b];
            }

            r[((j + a) * width) + k] -= heads[a] * s[a];
        }

        Subtract4(c, s, v, stride);
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var vx = MemoryMarshal.Cast<double, Vector<double>>(x);
        var vy = MemoryMarshal.Cast<double, Vector<double>>(y);
        Vector<double> even = default, odd = default;
        var i = 0;
        for (; i + 1 < vx.Length; i += 2)
        {
            even = Vector.FusedMultiplyAdd(vx[i], vy[i], even);
            odd = Vector.FusedMultiplyAdd(vx[i + 1], vy[i + 1], odd);
        }

        var sum = Vector.Sum(even + odd);
        for (i *= Vector<double>.Count; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    private static void Subtract(Span<double> y, double factor, ReadOnlySpan<double> x)
    {
        var vx = MemoryMarshal.Cast<double, Vector<double>>(x);
        var vy = MemoryMarshal.Cast<double, Vector<double>>(y);
        for (var i = 0; i < vx.Length; i++)
        {
            vy[i] -= factor * vx[i];
        }

        for (var i = vx.Length * Vector<double>.Count; i < x.Length; i++)
        {
            y[i] -= factor * x[i];
        }
    }

    private static void Dot4(ReadOnlySpan<double> v, int stride, ReadOnlySpan<double> c, Span<double> w)
    {
        ref var v0 = ref MemoryMarshal.GetReference(v);
        ref var v1 = ref MemoryMarshal.GetReference(v[stride..]);
        ref var v2 = ref MemoryMarshal.GetReference(v[(2 * stride)..]);
        ref var v3 = ref MemoryMarshal.GetReference(v[(3 * stride)..]);
        ref var y = ref MemoryMarshal.GetReference(c);
        Vector<double> s0 = default, s1 = default, s2 = default, s3 = default;
        nuint row = 0;
        for (; row + (nuint)Vector<double>.Count <= (nuint)c.Length; row += (nuint)Vector<double>.Count)
        {
            var x = Vector.LoadUnsafe(ref y, row);
            s0 = Vector.FusedMultiplyAdd(x, Vector.LoadUnsafe(ref v0, row), s0);
            s1 = Vector.FusedMultiplyAdd(x, Vector.LoadUnsafe(ref v1, row), s1);
            s2 = Vector.FusedMultiplyAdd(x, Vector.LoadUnsafe(ref v2, row), s2);
            s3 = Vector.FusedMultiplyAdd(x, Vector.LoadUnsafe(ref v3, row), s3);
        }

        w[0] = Vector.Sum(s0);
        w[1] = Vector.Sum(s1);
        w[2] = Vector.Sum(s2);
        w[3] = Vector.Sum(s3);
        for (var rest = (int)row; rest < c.Length; rest++)
        {
            for (var a = 0; a < Panel; a++)
            {
                w[a] += v[(a * stride) + rest] * c[rest];
            }
        }
    }

    private static void Subtract4(Span<double> c, ReadOnlySpan<double> s, ReadOnlySpan<double> v, int stride)
    {
        ref var v0 = ref MemoryMarshal.GetReference(v);
        ref var v1 = ref MemoryMarshal.GetReference(v[stride..]);
        ref var v2 = ref MemoryMarshal.GetReference(v[(2 * stride)..]);
        ref var v3 = ref MemoryMarshal.GetReference(v[(3 * stride)..]);
        ref var y = ref MemoryMarshal.GetReference(c);
        Vector<double> s0 = new(-s[0]), s1 = new(-s[1]), s2 = new(-s[2]), s3 = new(-s[3]);
        nuint row = 0;
        for (; row + (nuint)Vector<double>.Count <= (nuint)c.Length; row += (nuint)Vector<double>.Count)
        {
            var x = Vector.FusedMultiplyAdd(s0, Vector.LoadUnsafe(ref v0, row), Vector.LoadUnsafe(ref y, row));
            x = Vector.FusedMultiplyAdd(s1, Vector.LoadUnsafe(ref v1, row), x);
            x = Vector.FusedMultiplyAdd(s2, Vector.LoadUnsafe(ref v2, row), x);
            Vector.FusedMultiplyAdd(s3, Vector.LoadUnsafe(ref v3, row), x).StoreUnsafe(ref y, row);
        }

        for (var rest = (int)row; rest < c.Length; rest++)
        {
            for (var a = 0; a < Panel; a++)
            {
                c[rest] -= s[a] * v[(a * stride) + rest];
            }
        }
    }
}

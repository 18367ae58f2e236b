using System.Numerics.Tensors;

namespace Sci.Discovery;

/// <summary>The factor L of a small symmetric matrix LLᵀ, row after row.</summary>
internal sealed class Cholesky
{
    // Stands for an infinite pivot: the direction is in the span of the earlier ones and gets no weight.
    private const double Stiff = 1e150;

    // Rows up to this long are added up one by one.
    private const int Short = 12;

    private readonly double[] l;
    private readonly int size;

    private Cholesky(double[] l, int size)
    {
        this.l = l;
        this.size = size;
    }

    /// <summary>Whether every pivot was clearly positive.</summary>
    public bool IsRegular
    {
        get
        {
            for (var i = 0; i < size; i++)
            {
                if (l[(i * size) + i] == Stiff)
                {
                    return false;
                }
            }

            return true;
        }
    }

    public double LogDeterminant
    {
        get
        {
            var sum = 0.0;
            for (var i = 0; i < size; i++)
            {
                sum += 2 * Math.Log(l[(i * size) + i]);
            }

            return sum;
        }
    }

    /// <summary>Factors a symmetric positive semidefinite matrix, in the place of its values.</summary>
    public static Cholesky Of(double[] matrix, int size)
    {
        for (var i = 0; i < size; i++)
        {
            var diagonal = matrix[(i * size) + i];
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[(i * size) + j]
                    - Dot(matrix.AsSpan(i * size, j), matrix.AsSpan(j * size, j));
                matrix[(i * size) + j] =
                    j < i ? sum / matrix[(j * size) + j] : sum > 1e-16 * diagonal ? Math.Sqrt(sum) : Stiff;
            }
        }

        return new Cholesky(matrix, size);
    }

    /// <summary>Solves Lx = b in place.</summary>
    public void Forward(Span<double> b)
    {
        for (var i = 0; i < size; i++)
        {
            b[i] = (b[i] - Dot(l.AsSpan(i * size, i), b[..i])) / l[(i * size) + i];
        }
    }

    /// <summary>Solves Lᵀx = b in place.</summary>
    public void Backward(Span<double> b)
    {
        for (var i = size - 1; i >= 0; i--)
        {
            b[i] /= l[(i * size) + i];
            Add(l.AsSpan(i * size, i), -b[i], b);
        }
    }

    /// <summary>Solves LLᵀx = b in place.</summary>
    public void Solve(Span<double> b)
    {
        Forward(b);
        Backward(b);
    }

    /// <summary>
    /// The inverse of the matrix, shape [size, size]: MᵀM of M = L⁻¹, rows of which are sums of rows.
    /// </summary>
    public double[] Inverse()
    {
        var (inverse, rows) = (new double[size * size], new double[size * size]);
        for (var i = 0; i < size; i++)
        {
            var row = rows.AsSpan(i * size, i + 1);
            var scale = 1 / l[(i * size) + i];
            row[i] = scale;
            for (var j = 0; j < i; j++)
            {
                Add(rows.AsSpan(j * size, j + 1), -scale * l[(i * size) + j], row);
            }

            for (var j = 0; j <= i; j++)
            {
                Add(row[..(j + 1)], row[j], inverse.AsSpan(j * size, j + 1));
            }
        }

        Mirror(inverse);
        return inverse;
    }

    /// <summary>y += factor x.</summary>
    public static void Add(ReadOnlySpan<double> x, double factor, Span<double> y)
    {
        if (x.Length > Short)
        {
            TensorPrimitives.MultiplyAdd(x, factor, y[..x.Length], y);
            return;
        }

        for (var i = 0; i < x.Length; i++)
        {
            y[i] += factor * x[i];
        }
    }

    private void Mirror(double[] lower)
    {
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < i; j++)
            {
                lower[(j * size) + i] = lower[(i * size) + j];
            }
        }
    }

    // Models are small: the call of a kernel takes longer than the sum of a few products.
    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length > Short)
        {
            return TensorPrimitives.Dot(x, y);
        }

        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }
}

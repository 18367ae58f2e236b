using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace Sci.Numerics;

/// <summary>Math.NET's managed routines, for where OpenBLAS is not.</summary>
internal sealed class ManagedEngine : IDenseEngine
{
    private static readonly ManagedLinearAlgebraProvider Routines = ManagedLinearAlgebraProvider.Instance;

    // The loops that call this engine are parallel themselves.
    public ManagedEngine() => Control.UseSingleThread();

    public string Name =>
        "Math.NET's managed algebra; to have OpenBLAS, many times faster: apt-get install libopenblas0-pthread";

    // Math.NET is column-major, so our rows are its columns: Cᵀ = Bᵀ Aᵀ.
    public void Gemm(double alpha, ReadOnlyMatrixSpan a, ReadOnlyMatrixSpan b, double beta, MatrixSpan c)
    {
        var result = beta == 0 ? new double[c.Values.Length] : c.Values.ToArray();
        var (left, right) = (b.Values.ToArray(), a.Values.ToArray());
        Routines.MatrixMultiplyWithUpdate(
            Form(b), Form(a), alpha, left, b.Stride, left.Length / b.Stride, right, a.Stride, right.Length / a.Stride,
            beta, result);
        result.CopyTo(c.Values);
    }

    public void Syrk(double alpha, ReadOnlyMatrixSpan a, double beta, MatrixSpan c) => Gemm(alpha, a, a.T, beta, c);

    public int Cholesky(MatrixSpan a)
    {
        var n = a.Rows;
        for (var j = 0; j < n; j++)
        {
            for (var i = j; i < n; i++)
            {
                var value = a.Values[(i * n) + j] - Dot(a.Values.Slice(i * n, j), a.Values.Slice(j * n, j));
                if (i == j && !(value > 0))
                {
                    return j + 1;
                }

                a.Values[(i * n) + j] = i == j ? Math.Sqrt(value) : value / a.Values[(j * n) + j];
            }
        }

        return 0;
    }

    public void SolveTriangular(ReadOnlyMatrixSpan t, bool isLower, MatrixSpan b)
    {
        var (n, columns) = (b.Rows, b.Columns);
        for (var step = 0; step < n; step++)
        {
            var i = isLower ? step : n - 1 - step;
            var row = b.Values.Slice(i * columns, columns);
            for (var j = isLower ? 0 : i + 1; j < (isLower ? i : n); j++)
            {
                AddScaled(-At(t, i, j), b.Values.Slice(j * columns, columns), row);
            }

            for (var column = 0; column < columns; column++)
            {
                row[column] /= At(t, i, i);
            }
        }
    }

    public void Qr(MatrixSpan a)
    {
        var r = ToMathNet(a).QR().R;
        for (var i = 0; i < a.Columns; i++)
        {
            for (var j = i; j < a.Columns; j++)
            {
                a.Values[(i * a.Columns) + j] = r[i, j];
            }
        }
    }

    public void SymmetricEigen(ReadOnlyMatrixSpan a, Span<double> values, MatrixSpan vectors)
    {
        var symmetric = Matrix<double>.Build.Dense(a.Rows, a.Rows);
        for (var i = 0; i < a.Rows; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                symmetric[i, j] = symmetric[j, i] = At(a, i, j);
            }
        }

        var eigen = symmetric.Evd(Symmetricity.Symmetric);
        for (var i = 0; i < a.Rows; i++)
        {
            values[i] = eigen.EigenValues[i].Real;
        }

        eigen.EigenVectors.ToColumnMajorArray().CopyTo(vectors.Values);
    }

    public void Svd(ReadOnlyMatrixSpan a, MatrixSpan u, Span<double> values, MatrixSpan v)
    {
        var svd = ToMathNet(a).Svd();
        var k = values.Length;
        svd.S.AsArray().CopyTo(values);
        svd.U.SubMatrix(0, u.Rows, 0, k).ToRowMajorArray().CopyTo(u.Values);
        svd.VT.SubMatrix(0, k, 0, v.Columns).ToRowMajorArray().CopyTo(v.Values);
    }

    private static Transpose Form(ReadOnlyMatrixSpan a) =>
        a.IsTransposed ? Transpose.Transpose : Transpose.DontTranspose;

    private static double At(ReadOnlyMatrixSpan a, int row, int column) =>
        a.IsTransposed ? a.Values[(column * a.Rows) + row] : a.Values[(row * a.Columns) + column];

    private static Matrix<double> ToMathNet(ReadOnlyMatrixSpan a) =>
        Matrix<double>.Build.DenseOfRowMajor(a.Rows, a.Columns, a.Values.ToArray());

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    private static void AddScaled(double factor, ReadOnlySpan<double> x, Span<double> y)
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] += factor * x[i];
        }
    }
}

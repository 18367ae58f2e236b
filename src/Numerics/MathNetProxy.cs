using System.Numerics;
using System.Reflection;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace Sci.Numerics;

/// <summary>
/// Stands before Math.NET's managed provider, which is sealed, and takes the calls that OpenBLAS answers faster.
/// </summary>
/// <remarks>
/// Math.NET is column-major: what it calls X is our Xᵀ. The runtime derives from this class, so it is not sealed.
/// </remarks>
internal class MathNetProxy : DispatchProxy
{
    public override string ToString() => Blas.Engine;

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        ArgumentNullException.ThrowIfNull(targetMethod);
        switch (targetMethod.Name, args)
        {
            case ("MatrixMultiply", [double[] x, int rowsX, int columnsX, double[] y, int rowsY, int columnsY, double[] result]):
                Multiply(1, View(x, rowsX, columnsX), View(y, rowsY, columnsY), 0, result);
                return null;
            case ("MatrixMultiplyWithUpdate", [
                Transpose formA, Transpose formB, double alpha, double[] a, int rowsA, int columnsA,
                double[] b, int rowsB, int columnsB, double beta, double[] c]):
                Multiply(alpha, View(a, rowsA, columnsA, formA), View(b, rowsB, columnsB, formB), beta, c);
                return null;
            case ("CholeskyFactor", [double[] a, int order]):
                Factor(a, order);
                return null;
            case ("EigenDecomp", [true, int order, double[] matrix, double[] vectors, Complex[] values, double[] d]):
                Eigen(order, matrix, vectors, values, d);
                return null;
            default:
                return targetMethod.Invoke(
                    ManagedLinearAlgebraProvider.Instance, BindingFlags.DoNotWrapExceptions, null, args, null);
        }
    }

    private static ReadOnlyMatrixSpan View(double[] x, int rows, int columns, Transpose form = Transpose.DontTranspose)
    {
        var stored = new ReadOnlyMatrixSpan(x, columns, rows);
        return form == Transpose.DontTranspose ? stored.T : stored;
    }

    // Our row-major result is Math.NET's transpose: Cᵀ = Bᵀ Aᵀ.
    private static void Multiply(double alpha, ReadOnlyMatrixSpan a, ReadOnlyMatrixSpan b, double beta, double[] c) =>
        Blas.Gemm(alpha, b.T, a.T, beta, new MatrixSpan(c, b.Columns, a.Rows));

    private static void Factor(double[] a, int order)
    {
        Blas.Cholesky(new MatrixSpan(a, order, order));
        for (var i = 0; i < order; i++)
        {
            for (var j = 0; j < i; j++)
            {
                (a[(j * order) + i], a[(i * order) + j]) = (a[(i * order) + j], 0);
            }
        }
    }

    private static void Eigen(int order, double[] matrix, double[] vectors, Complex[] values, double[] d)
    {
        var ascending = new double[order];
        Blas.SymmetricEigen(
            new ReadOnlyMatrixSpan(matrix, order, order), ascending, new MatrixSpan(vectors, order, order));
        for (var i = 0; i < order; i++)
        {
            values[i] = ascending[i];
            d[(i * order) + i] = ascending[i];
        }
    }
}

using MathNet.Numerics.LinearAlgebra;
using Sci.Assimilation.Algebra;

namespace Sci.Assimilation.Tests;

public sealed class AlgebraTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(33)]
    public void Eigenvectors_diagonalise_and_are_orthonormal(int size)
    {
        var a = Symmetric(size, 1, 3);
        using var work = Rented(a);
        using var vectors = Algebra.Matrix.Rent(size, size);
        var values = new double[size];
        SymmetricEigen.Decompose(work, values, vectors);
        var v = Matrix<double>.Build.Dense(size, size, (i, j) => vectors[i][j]);
        Near(v * a * v.Transpose(), Matrix<double>.Build.DenseOfDiagonalArray(values), 1e-13);
        Near(v * v.Transpose(), Matrix<double>.Build.DenseIdentity(size), 1e-13);
    }

    [Fact]
    public void A_repeated_eigenvalue_is_no_trouble()
    {
        using var work = Rented(Matrix<double>.Build.DenseIdentity(5) * 2);
        using var vectors = Algebra.Matrix.Rent(5, 5);
        var values = new double[5];
        SymmetricEigen.Decompose(work, values, vectors);
        Some.Near(Enumerable.Repeat(2.0, 5), values, 1e-15);
    }

    [Theory]
    [InlineData(1e-4)]
    [InlineData(0.9)]
    [InlineData(60)]
    public void The_series_is_the_inverse_root_everywhere_up_to_its_bound(double bound)
    {
        var series = InverseRootSeries.For(bound);
        Assert.True(series.Bound >= bound);
        for (var i = 0; i <= 50; i++)
        {
            var angle = Math.Acos((2 * (bound * i / 50) / series.Bound) - 1);
            var sum = series.Coefficients.Select((c, k) => c * Math.Cos(k * angle)).Sum();
            Some.Near(1 / Math.Sqrt(1 + (bound * i / 50)), sum, 2e-13);
        }
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(0.3)]
    [InlineData(1.0)]
    [InlineData(2.0)]
    public void The_polynomial_is_the_inverse_root(double largest)
    {
        var b = Symmetric(20, 5, largest);
        using var rented = Rented(b);
        using var root = Algebra.Matrix.Rent(20, 20);
        Assert.True(InverseRoot.TryCompute(rented, root));
        var r = Matrix<double>.Build.Dense(20, 20, (i, j) => root[i][j]);
        Near(r * r * (b + Matrix<double>.Build.DenseIdentity(20)), Matrix<double>.Build.DenseIdentity(20), 2e-12);
    }

    [Fact]
    public void A_large_matrix_is_left_to_the_eigendecomposition()
    {
        using var rented = Rented(Symmetric(20, 5, 9));
        using var root = Algebra.Matrix.Rent(20, 20);
        Assert.False(InverseRoot.TryCompute(rented, root));
    }

    // Positive semidefinite with eigenvalues from 0 to the given one.
    private static Matrix<double> Symmetric(int size, ulong seed, double largest)
    {
        var q = Some.Matrix(Some.Ensemble(size, size, seed)).QR().Q;
        var values = Enumerable.Range(0, size).Select(i => largest * (i + 1.0) / size).ToArray();
        values[0] = size > 1 ? 0 : values[0];
        return q * Matrix<double>.Build.DenseOfDiagonalArray(values) * q.Transpose();
    }

    private static Algebra.Matrix Rented(Matrix<double> a)
    {
        var rented = Algebra.Matrix.Rent(a.RowCount, a.ColumnCount);
        a.Transpose().ToColumnMajorArray().CopyTo(rented.Values);
        return rented;
    }

    private static void Near(Matrix<double> expected, Matrix<double> actual, double tolerance) =>
        Some.Near(expected.Enumerate(), actual.Enumerate(), tolerance);
}

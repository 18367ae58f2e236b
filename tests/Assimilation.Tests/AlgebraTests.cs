using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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

    [Fact]
    public void Every_lane_finds_its_own_eigenvectors()
    {
        const int size = 6;
        var lanes = Vector512<double>.Count;
        var (a, v) = (new double[size * size * lanes], new double[size * size * lanes]);
        for (var lane = 0; lane < lanes - 1; lane++)
        {
            Put(a, lane, Symmetric(size, (ulong)lane, 3));
        }

        LaneEigen.Decompose(
            MemoryMarshal.Cast<double, Vector512<double>>(a.AsSpan()), MemoryMarshal.Cast<double, Vector512<double>>(v.AsSpan()), size);
        for (var lane = 0; lane < lanes - 1; lane++)
        {
            var vectors = Matrix<double>.Build.Dense(size, size, (i, j) => v[(((i * size) + j) * lanes) + lane]);
            var values = Enumerable.Range(0, size).Select(i => a[(((i * size) + i) * lanes) + lane]).ToArray();
            Near(vectors * Symmetric(size, (ulong)lane, 3) * vectors.Transpose(), Matrix<double>.Build.DenseOfDiagonalArray(values), 1e-13);
            Near(vectors * vectors.Transpose(), Matrix<double>.Build.DenseIdentity(size), 1e-13);
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

    private static void Put(double[] lanes, int lane, Matrix<double> a)
    {
        for (var i = 0; i < a.RowCount * a.ColumnCount; i++)
        {
            lanes[(i * Vector512<double>.Count) + lane] = a[i / a.ColumnCount, i % a.ColumnCount];
        }
    }

    private static void Near(Matrix<double> expected, Matrix<double> actual, double tolerance) =>
        Some.Near(expected.Enumerate(), actual.Enumerate(), tolerance);
}

namespace Sci.Numerics.Tests;

public sealed class BlasTests
{
    private static readonly ManagedEngine Managed = new ManagedEngine();

    [Fact]
    public void The_engine_is_named_in_one_line() => Assert.DoesNotContain('\n', Blas.Engine);

    [Fact]
    public void The_fast_engine_is_used_where_it_is_installed() =>
        Assert.Contains("OpenBLAS", Blas.Engine, StringComparison.Ordinal);

    [Theory]
    [InlineData(3, 4, 5)]
    [InlineData(1, 7, 1)]
    [InlineData(300, 20, 600)]
    public void A_product_is_its_defining_sum_for_all_transposes(int m, int k, int n)
    {
        double[] a = Draw(m * k, "a"), b = Draw(k * n, "b"), c = Draw(m * n, "c");
        var expected = new double[m * n];
        for (var i = 0; i < m * n; i++)
        {
            expected[i] = (0.5 * c[i]) + (2 * Enumerable.Range(0, k).Sum(
                l => a[(i / n * k) + l] * b[(l * n) + (i % n)]));
        }

        for (var form = 0; form < 4; form++)
        {
            var left =
                (form & 1) == 0 ? new ReadOnlyMatrixSpan(a, m, k) : new ReadOnlyMatrixSpan(Transpose(a, m, k), k, m).T;
            var right =
                (form & 2) == 0 ? new ReadOnlyMatrixSpan(b, k, n) : new ReadOnlyMatrixSpan(Transpose(b, k, n), n, k).T;
            double[] native = [.. c], managed = [.. c];
            Blas.Gemm(2, left, right, 0.5, new MatrixSpan(native, m, n));
            Managed.Gemm(2, left, right, 0.5, new MatrixSpan(managed, m, n));
            AssertClose(expected, native, 1e-13 * k);
            AssertClose(expected, managed, 1e-13 * k);
        }
    }

    [Theory]
    [InlineData(5, 9)]
    [InlineData(600, 33)]
    [InlineData(3, 100_000)] // Summed by segments.
    public void A_gram_matrix_is_the_product_with_the_transpose(int n, int k)
    {
        double[] a = Draw(n * k, "a"), c = new double[n * n], expected = new double[n * n], columns = new double[n * n];
        Array.Fill(c, double.NaN); // β = 0 does not read it.
        var matrix = new ReadOnlyMatrixSpan(a, n, k);
        Managed.Gemm(3, matrix, matrix.T, 0, new MatrixSpan(expected, n, n));
        Blas.Syrk(3, matrix, 0, new MatrixSpan(c, n, n));
        AssertClose(expected, c, 1e-14 * k);
        Blas.Syrk(3, new ReadOnlyMatrixSpan(Transpose(a, n, k), k, n).T, 0, new MatrixSpan(columns, n, n));
        AssertClose(expected, columns, 1e-14 * k);
        Blas.Syrk(-3, matrix, 1, new MatrixSpan(c, n, n));
        AssertClose(new double[n * n], c, 1e-13 * k);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(150)]
    public void Cholesky_of_the_second_difference_is_known(int n)
    {
        // tridiag(-1, 2, -1) = L Lᵀ with L[i,i]² = (i+1)/i and L[i,i-1]² = (i-1)/i for i = 1 …
        foreach (var engine in new[] { Managed, null })
        {
            var a = SecondDifference(n);
            if (engine is null)
            {
                Blas.Cholesky(new MatrixSpan(a, n, n));
            }
            else
            {
                Assert.Equal(0, engine.Cholesky(new MatrixSpan(a, n, n)));
            }

            for (var i = 1; i <= n; i++)
            {
                Assert.Equal(Math.Sqrt((i + 1.0) / i), a[((i - 1) * n) + i - 1], 1e-14);
                Assert.Equal(i == 1 ? 0 : -Math.Sqrt((i - 1.0) / i), i == 1 ? 0 : a[((i - 1) * n) + i - 2], 1e-14);
            }
        }
    }

    [Fact]
    public void A_cholesky_solution_solves_the_system()
    {
        const int n = 40, columns = 3;
        double[] a = SecondDifference(n), l = [.. a], b = Draw(n * columns, "b"), x = [.. b], back = new double[n * columns];
        Blas.Cholesky(new MatrixSpan(l, n, n));
        Blas.CholeskySolve(new ReadOnlyMatrixSpan(l, n, n), new MatrixSpan(x, n, columns));
        Managed.Gemm(1, new ReadOnlyMatrixSpan(a, n, n), new ReadOnlyMatrixSpan(x, n, columns), 0, new MatrixSpan(
            back, n, columns));
        AssertClose(b, back, 1e-12);
    }

    [Fact]
    public void A_matrix_that_is_not_positive_definite_is_named_with_its_row()
    {
        double[] a = [1, 0, 0, 0, 1, 0, 0, 0, -1];
        Assert.Equal(3, Managed.Cholesky(new MatrixSpan([.. a], 3, 3)));
        var error = Assert.Throws<ArithmeticException>(() => Blas.Cholesky(new MatrixSpan(a, 3, 3)));
        Assert.Contains("row 3", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Triangular_solutions_agree_with_the_managed_ones(bool transposed)
    {
        const int n = 30, columns = 4;
        var t = Draw(n * n, "t");
        for (var i = 0; i < n; i++)
        {
            t[(i * n) + i] = 10 + i;
        }

        var stored = new ReadOnlyMatrixSpan(t, n, n);
        var matrix = transposed ? stored.T : stored;
        double[] b = Draw(n * columns, "b"), lower = [.. b], lower2 = [.. b], upper = [.. b], upper2 = [.. b];
        Blas.SolveLower(matrix, new MatrixSpan(lower, n, columns));
        Managed.SolveTriangular(matrix, true, new MatrixSpan(lower2, n, columns));
        AssertClose(lower2, lower, 1e-13);
        Blas.SolveUpper(matrix, new MatrixSpan(upper, n, columns));
        Managed.SolveTriangular(matrix, false, new MatrixSpan(upper2, n, columns));
        AssertClose(upper2, upper, 1e-13);
    }

    [Theory]
    [InlineData(3, 7)] // Fewer rows than columns: the last rows of R are zeros.
    [InlineData(7, 7)]
    [InlineData(1000, 7)]
    [InlineData(5000, 60)]
    public void The_triangular_factor_squares_to_the_gram_matrix(int m, int n)
    {
        double[] a = Draw(m * n, "a"), r = new double[n * n], expected = new double[n * n], squared = new double[n * n];
        Blas.Qr(new ReadOnlyMatrixSpan(a, m, n), new MatrixSpan(r, n, n));
        Managed.Syrk(1, new ReadOnlyMatrixSpan(a, m, n).T, 0, new MatrixSpan(expected, n, n));
        Managed.Syrk(1, new ReadOnlyMatrixSpan(r, n, n).T, 0, new MatrixSpan(squared, n, n));
        AssertClose(expected, squared, 1e-13 * m);
        for (var i = 0; i < n; i++)
        {
            Assert.True(r[(i * n) + i] >= 0);
            Assert.All(r[(i * n)..((i * n) + i)], value => Assert.Equal(0, value));
        }

        var managed = new double[n * n];
        TallQr.Factor(Managed, new ReadOnlyMatrixSpan(a, m, n), new MatrixSpan(managed, n, n));
        AssertClose(managed, r, 1e-12 * Math.Sqrt(m));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(90)]
    public void Eigenvalues_of_the_second_difference_are_known(int n)
    {
        var expected = Enumerable.Range(1, n).Select(k => 2 - (2 * Math.Cos(k * Math.PI / (n + 1)))).ToArray();
        var a = SecondDifference(n);
        double[] values = new double[n], vectors = new double[n * n], managed = new double[n], product = new double[n * n];
        Managed.SymmetricEigen(new ReadOnlyMatrixSpan(a, n, n), managed, new MatrixSpan(vectors, n, n));
        AssertClose(expected, managed, 1e-13);
        Blas.SymmetricEigen(new ReadOnlyMatrixSpan(a, n, n), values, new MatrixSpan(vectors, n, n));
        AssertClose(expected, values, 1e-13);
        Managed.Gemm(1, new ReadOnlyMatrixSpan(vectors, n, n), new ReadOnlyMatrixSpan(a, n, n), 0, new MatrixSpan(
            product, n, n));
        AssertClose([.. vectors.Select((v, i) => values[i / n] * v)], product, 1e-13);
    }

    [Theory]
    [InlineData(8, 5)]
    [InlineData(5, 8)]
    [InlineData(200, 30)]
    public void Singular_factors_multiply_to_the_matrix(int m, int n)
    {
        var k = Math.Min(m, n);
        double[] a = Draw(m * n, "a"), u = new double[m * k], s = new double[k], v = new double[k * n], gram = new double[k * k];
        Blas.Svd(new ReadOnlyMatrixSpan(a, m, n), new MatrixSpan(u, m, k), s, new MatrixSpan(v, k, n));
        double[] managed = new double[k], us = [.. u.Select((value, i) => value * s[i % k])], back = new double[m * n];
        Managed.Gemm(
            1, new ReadOnlyMatrixSpan(us, m, k), new ReadOnlyMatrixSpan(v, k, n), 0, new MatrixSpan(back, m, n));
        AssertClose(a, back, 1e-12);
        Managed.Syrk(1, new ReadOnlyMatrixSpan(u, m, k).T, 0, new MatrixSpan(gram, k, k));
        AssertClose(Identity(k), gram, 1e-13);
        Managed.Svd(new ReadOnlyMatrixSpan(a, m, n), new MatrixSpan(u, m, k), managed, new MatrixSpan(v, k, n));
        AssertClose(managed, s, 1e-12);
        Assert.Equal(s.OrderDescending(), s);
    }

    [Fact]
    public void A_shape_that_does_not_fit_is_named()
    {
        var error = Assert.Throws<ArgumentException>(() => Blas.Gemm(
            1, new ReadOnlyMatrixSpan(new double[6], 2, 3), new ReadOnlyMatrixSpan(new double[8], 2, 4), 0,
            new MatrixSpan(new double[8], 2, 4)));
        Assert.Contains("2 x 3 matrix times a 2 x 4", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bits_are_the_same_in_every_call()
    {
        const int n = 700, k = 300;
        var a = Draw(n * k, "a");
        var results = Enumerable.Range(0, 3).Select(_ =>
        {
            var c = new double[n * n];
            Blas.Gemm(
                1, new ReadOnlyMatrixSpan(a, n, k), new ReadOnlyMatrixSpan(a, n, k).T, 0, new MatrixSpan(c, n, n));
            return c;
        }).ToArray();
        Assert.Equal(results[0], results[1]);
        Assert.Equal(results[0], results[2]);
    }

    private static double[] Draw(int count, string name) => RealFftTests.Draw(count, name);

    private static double[] Transpose(double[] a, int rows, int columns) =>
        [.. Enumerable.Range(0, a.Length).Select(i => a[(i % rows * columns) + (i / rows)])];

    private static double[] Identity(int n) => [.. Enumerable.Range(0, n * n).Select(i => i / n == i % n ? 1.0 : 0)];

    private static double[] SecondDifference(int n) =>
        [.. Enumerable.Range(0, n * n).Select(
            i => Math.Abs((i / n) - (i % n)) switch { 0 => 2.0, 1 => -1.0, _ => 0.0 })];

    private static void AssertClose(double[] expected, double[] actual, double tolerance) =>
        Assert.InRange(RealFftTests.Distance(expected, actual), 0, tolerance);
}

using Sci.Numerics.Native;

namespace Sci.Numerics;

/// <summary>Dense linear algebra on row-major matrices in double precision.</summary>
/// <remarks>
/// OpenBLAS does the work, on one thread a call; large products are split above it into blocks whose size depends on
/// the shapes alone, so the bits of a result are the same for any number of threads. Without OpenBLAS Math.NET's
/// managed routines stand in. Errors: a shape that does not fit is an <see cref="ArgumentException"/>.
/// </remarks>
public static class Blas
{
    private static readonly IDenseEngine Routines = Choose();

    /// <summary>The engine in use and, where it is not the fast one, how to have that; one line.</summary>
    public static string Engine => Routines.Name;

    /// <summary>C = α A B + β C for A with at least one column; for β = 0 what C held does not matter.</summary>
    public static void Gemm(double alpha, ReadOnlyMatrixSpan a, ReadOnlyMatrixSpan b, double beta, MatrixSpan c)
    {
        Shape.Require(
            a.Columns == b.Rows && a.Columns > 0 && c.Rows == a.Rows && c.Columns == b.Columns,
            $"A {a.Rows} x {a.Columns} matrix times a {b.Rows} x {b.Columns} one "
            + $"does not fit a {c.Rows} x {c.Columns} result.");
        if (c.Values.Length > 0)
        {
            Routines.Gemm(alpha, a, b, beta, c);
        }
    }

    /// <summary>
    /// C = α A Aᵀ + β C for a symmetric C, both triangles written. For the Gram matrix of columns give A.T.
    /// </summary>
    public static void Syrk(double alpha, ReadOnlyMatrixSpan a, double beta, MatrixSpan c)
    {
        Shape.Require(
            c.Rows == a.Rows && c.Columns == a.Rows && a.Columns > 0,
            $"A {a.Rows} x {a.Columns} matrix times its transpose does not fit a {c.Rows} x {c.Columns} result.");
        if (c.Values.Length > 0)
        {
            Routines.Syrk(alpha, a, beta, c);
            Mirror(c);
        }
    }

    /// <summary>
    /// A = L Lᵀ for a symmetric A, of which the lower triangle is read; L replaces it, zeros the upper triangle.
    /// </summary>
    /// <exception cref="ArithmeticException">A is not positive definite; the message names the row.</exception>
    public static void Cholesky(MatrixSpan a)
    {
        Square(a, nameof(a));
        var row = Routines.Cholesky(a);
        if (row > 0)
        {
            throw new ArithmeticException(
                $"The matrix of order {a.Rows} is not positive definite (row {row}); "
                + "add to its diagonal or use its eigenvalues.");
        }

        for (var i = 0; i < a.Rows; i++)
        {
            a.Values[((i * a.Columns) + i + 1)..((i + 1) * a.Columns)].Clear();
        }
    }

    /// <summary>
    /// Solves L Lᵀ X = B in place of B, for L of <see cref="Cholesky"/> and B of any number of columns.
    /// </summary>
    public static void CholeskySolve(ReadOnlyMatrixSpan l, MatrixSpan b)
    {
        SolveLower(l, b);
        SolveUpper(l.T, b);
    }

    /// <summary>Solves L X = B in place of B; of L the lower triangle is read.</summary>
    public static void SolveLower(ReadOnlyMatrixSpan l, MatrixSpan b)
    {
        Fits(l, b);
        Routines.SolveTriangular(l, isLower: true, b);
    }

    /// <summary>Solves R X = B in place of B; of R the upper triangle is read.</summary>
    public static void SolveUpper(ReadOnlyMatrixSpan r, MatrixSpan b)
    {
        Fits(r, b);
        Routines.SolveTriangular(r, isLower: false, b);
    }

    /// <summary>
    /// R of A = Q R for a tall A [m, n]: upper triangular [n, n], its diagonal not negative, zeros below.
    /// </summary>
    /// <remarks>
    /// Householder reflections on blocks of rows of a fixed height, each stacked under the R so far (Demmel et al.,
    /// 2012, doi:10.1137/080731992), so that <paramref name="a"/> is read once and its condition is not squared.
    /// </remarks>
    public static void Qr(ReadOnlyMatrixSpan a, MatrixSpan r)
    {
        Shape.Require(!a.IsTransposed, "Qr reads rows; give a matrix that is not transposed.");
        Shape.Require(
            r.Rows == a.Columns && r.Columns == a.Columns,
            $"The triangular factor of {a.Rows} x {a.Columns} values is {a.Columns} x {a.Columns}, not {r.Rows} x "
            + $"{r.Columns}.");
        TallQr.Factor(Routines, a, r);
    }

    /// <summary>A = Vᵀ Λ V for a symmetric A [n, n]: values [n] ascending, unit vectors the rows of V [n, n].</summary>
    /// <remarks>The lower triangle of A is read; the largest component of each vector is positive.</remarks>
    public static void SymmetricEigen(ReadOnlyMatrixSpan a, Span<double> values, MatrixSpan vectors)
    {
        Shape.Require(
            a.Rows == a.Columns && values.Length == a.Rows && vectors.Rows == a.Rows && vectors.Columns == a.Rows,
            $"The eigenvectors of {a.Rows} x {a.Columns} values do not fit {vectors.Rows} x {vectors.Columns} and "
            + $"{values.Length}.");
        Routines.SymmetricEigen(a, values, vectors);
        Signs.MakeLargestPositive(vectors, default);
    }

    /// <summary>
    /// A = U Σ V for A [m, n], k = min(m, n): U [m, k], singular values [k] descending, V [k, n] by rows.
    /// </summary>
    /// <remarks>The largest component of each row of V is positive.</remarks>
    public static void Svd(ReadOnlyMatrixSpan a, MatrixSpan u, Span<double> values, MatrixSpan v)
    {
        var k = Math.Min(a.Rows, a.Columns);
        Shape.Require(!a.IsTransposed, "Svd reads rows; give a matrix that is not transposed.");
        Shape.Require(
            u.Rows == a.Rows && u.Columns == k && values.Length == k && v.Rows == k && v.Columns == a.Columns,
            $"The factors of {a.Rows} x {a.Columns} values are {a.Rows} x {k}, {k} and {k} x {a.Columns}.");
        Routines.Svd(a, u, values, v);
        Signs.MakeLargestPositive(v, u);
    }

    private static IDenseEngine Choose()
    {
        if (OpenBlas.IsPresent)
        {
            return new OpenBlasEngine();
        }

        var engine = new ManagedEngine();
        StandIns.Tell($"Dense algebra is {engine.Name}.");
        return engine;
    }

    private static void Mirror(MatrixSpan c)
    {
        for (var i = 0; i < c.Rows; i++)
        {
            for (var j = 0; j < i; j++)
            {
                c.Values[(j * c.Columns) + i] = c.Values[(i * c.Columns) + j];
            }
        }
    }

    private static void Square(ReadOnlyMatrixSpan a, string name) =>
        Shape.Require(a.Rows == a.Columns, $"{name} is {a.Rows} x {a.Columns}, not square.");

    private static void Fits(ReadOnlyMatrixSpan t, MatrixSpan b)
    {
        Square(t, "The triangular matrix");
        Shape.Require(b.Rows == t.Rows, $"A triangular matrix of order {t.Rows} does not fit {b.Rows} x {b.Columns} right sides.");
    }
}

namespace Sci.Numerics;

/// <summary>What <see cref="Blas"/> asks of a library; shapes are checked before.</summary>
internal interface IDenseEngine
{
    string Name { get; }

    void Gemm(double alpha, ReadOnlyMatrixSpan a, ReadOnlyMatrixSpan b, double beta, MatrixSpan c);

    /// <summary>The lower triangle of α A Aᵀ + β C.</summary>
    void Syrk(double alpha, ReadOnlyMatrixSpan a, double beta, MatrixSpan c);

    /// <summary>
    /// The lower triangle's factor in its place; 0, or the row (from 1) where A fails to be positive.
    /// </summary>
    int Cholesky(MatrixSpan a);

    void SolveTriangular(ReadOnlyMatrixSpan t, bool isLower, MatrixSpan b);

    /// <summary>Leaves R, of any signs, in the upper triangle of the first rows of A; A is spoilt.</summary>
    void Qr(MatrixSpan a);

    void SymmetricEigen(ReadOnlyMatrixSpan a, Span<double> values, MatrixSpan vectors);

    void Svd(ReadOnlyMatrixSpan a, MatrixSpan u, Span<double> values, MatrixSpan v);
}

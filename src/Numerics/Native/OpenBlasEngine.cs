namespace Sci.Numerics.Native;

/// <summary>OpenBLAS, one thread a call, under blocks of fixed size.</summary>
/// <remarks>
/// LAPACK is column-major: what it calls A is our Aᵀ, so lower and upper, left and right change places.
/// </remarks>
internal sealed unsafe class OpenBlasEngine : IDenseEngine
{
    public string Name => "OpenBLAS (libopenblas)";

    public void Gemm(double alpha, ReadOnlyMatrixSpan a, ReadOnlyMatrixSpan b, double beta, MatrixSpan c)
    {
        fixed (double* pa = a.Values, pb = b.Values, pc = c.Values)
        {
            var left = new Operand(pa, a.Stride, a.IsTransposed);
            var right = new Operand(pb, b.Stride, b.IsTransposed);
            ProductBlocks.Gemm(
                c.Rows, c.Columns, a.Columns, alpha, left, right, beta, new Operand(pc, c.Columns, false));
        }
    }

    public void Syrk(double alpha, ReadOnlyMatrixSpan a, double beta, MatrixSpan c)
    {
        fixed (double* pa = a.Values, pc = c.Values)
        {
            var factor = new Operand(pa, a.Stride, a.IsTransposed);
            ProductBlocks.Syrk(c.Rows, a.Columns, alpha, factor, beta, new Operand(pc, c.Columns, false));
        }
    }

    public int Cholesky(MatrixSpan a)
    {
        fixed (double* pa = a.Values)
        {
            OpenBlas.Potrf((byte)'U', a.Rows, pa, Math.Max(1, a.Rows), out var info);
            return info;
        }
    }

    public void SolveTriangular(ReadOnlyMatrixSpan t, bool isLower, MatrixSpan b)
    {
        fixed (double* pt = t.Values, pb = b.Values)
        {
            var stored = isLower == t.IsTransposed ? OpenBlas.Upper : OpenBlas.Lower;
            var trans = t.IsTransposed ? OpenBlas.Transposed : OpenBlas.AsIs;
            OpenBlas.Trsm(
                OpenBlas.RowMajor, OpenBlas.Left, stored, trans, OpenBlas.NonUnit, b.Rows, b.Columns, 1,
                pt, Math.Max(1, t.Rows), pb, Math.Max(1, b.Columns));
        }
    }

    public void Qr(MatrixSpan a)
    {
        const int blocking = 64;
        var work = new double[a.Columns * blocking];
        var tau = new double[a.Columns];
        fixed (double* pa = a.Values, ptau = tau, pwork = work)
        {
            OpenBlas.Gelqf(a.Columns, a.Rows, pa, a.Columns, ptau, pwork, work.Length, out var info);
            Check(info, "dgelqf");
        }
    }

    public void SymmetricEigen(ReadOnlyMatrixSpan a, Span<double> values, MatrixSpan vectors)
    {
        a.Values.CopyTo(vectors.Values);
        var n = a.Rows;
        var triangle = a.IsTransposed ? (byte)'L' : (byte)'U';
        var work = new double[1 + (6 * n) + (2 * n * n)];
        var indices = new int[3 + (5 * n)];
        fixed (double* pv = vectors.Values, pw = values, pwork = work)
        fixed (int* pi = indices)
        {
            OpenBlas.Syevd(
                (byte)'V', triangle, n, pv, Math.Max(1, n), pw, pwork, work.Length, pi, indices.Length, out var info);
            Check(info, "dsyevd");
        }
    }

    public void Svd(ReadOnlyMatrixSpan a, MatrixSpan u, Span<double> values, MatrixSpan v)
    {
        int m = a.Columns, n = a.Rows, k = Math.Min(m, n);
        var copy = a.Values.ToArray();
        var indices = new int[8 * k];
        fixed (double* pa = copy, pu = u.Values, ps = values, pv = v.Values)
        fixed (int* pi = indices)
        {
            double size;
            OpenBlas.Gesdd((byte)'S', m, n, pa, m, ps, pv, m, pu, k, &size, -1, pi, out _);
            var work = new double[(int)size];
            fixed (double* pwork = work)
            {
                OpenBlas.Gesdd((byte)'S', m, n, pa, m, ps, pv, m, pu, k, pwork, work.Length, pi, out var info);
                Check(info, "dgesdd");
            }
        }
    }

    private static void Check(int info, string routine)
    {
        if (info != 0)
        {
            throw new ArithmeticException(
                $"LAPACK's {routine} ends with {info}: the matrix holds a NaN or an "
                + "infinity, or the iteration did not converge.");
        }
    }
}

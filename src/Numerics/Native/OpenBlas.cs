using System.Runtime.InteropServices;

namespace Sci.Numerics.Native;

/// <summary>
/// What we call of OpenBLAS; of LAPACK the Fortran entry points, column-major, with the letters' hidden lengths.
/// </summary>
internal static unsafe partial class OpenBlas
{
    public const int RowMajor = 101;
    public const int AsIs = 111;
    public const int Transposed = 112;
    public const int Upper = 121;
    public const int Lower = 122;
    public const int NonUnit = 131;
    public const int Left = 141;

    private const string Library = NativeLibraries.OpenBlas;

    public static bool IsPresent { get; } = Start();

    [LibraryImport(Library, EntryPoint = "cblas_dgemm")]
    public static partial void Gemm(
        int order, int transA, int transB, int m, int n, int k, double alpha, double* a, int lda, double* b, int ldb,
        double beta, double* c, int ldc);

    [LibraryImport(Library, EntryPoint = "cblas_dsyrk")]
    public static partial void Syrk(
        int order, int triangle, int trans, int n, int k, double alpha, double* a, int lda, double beta, double* c, int ldc);

    [LibraryImport(Library, EntryPoint = "cblas_dtrsm")]
    public static partial void Trsm(
        int order, int side, int triangle, int trans, int diagonal, int m, int n, double alpha, double* a, int lda,
        double* b, int ldb);

    [LibraryImport(Library, EntryPoint = "dpotrf_")]
    public static partial void Potrf(in byte triangle, in int n, double* a, in int lda, out int info, nint length = 1);

    [LibraryImport(Library, EntryPoint = "dgelqf_")]
    public static partial void Gelqf(
        in int m, in int n, double* a, in int lda, double* tau, double* work, in int lwork, out int info);

    [LibraryImport(Library, EntryPoint = "dsyevd_")]
    public static partial void Syevd(
        in byte job, in byte triangle, in int n, double* a, in int lda, double* w, double* work, in int lwork,
        int* iwork,
        in int liwork, out int info, nint length1 = 1, nint length2 = 1);

    [LibraryImport(Library, EntryPoint = "dgesdd_")]
    public static partial void Gesdd(
        in byte job, in int m, in int n, double* a, in int lda, double* s, double* u, in int ldu, double* vt,
        in int ldvt,
        double* work, in int lwork, int* iwork, out int info, nint length = 1);

    [LibraryImport(Library, EntryPoint = "openblas_set_num_threads")]
    private static partial void SetThreads(int count);

    // One thread a call: OpenBLAS splits sums by the number of its threads, and the bits would follow.
    private static bool Start()
    {
        if (!NativeLibraries.IsPresent(Library))
        {
            return false;
        }

        SetThreads(1);
        return true;
    }
}

using System.Numerics;
using System.Runtime.InteropServices;

namespace Sci.Numerics.Native;

/// <summary>
/// What we call of FFTW 3 in double precision (Frigo and Johnson, 2005, doi:10.1109/JPROC.2004.840301).
/// </summary>
internal static unsafe partial class Fftw
{
    /// <summary>Plans by a cost model and not by timing: the same plan, hence the same bits, in every run.</summary>
    public const uint Estimate = 1U << 6;

    /// <summary>Lets a transform spoil its input, which is what inverse real ones are fastest with.</summary>
    public const uint DestroyInput = 1U << 0;

    /// <summary>Plans made for arrays on a boundary of so many bytes run on all such arrays.</summary>
    public const int Alignment = 16;

    public static bool IsPresent { get; } = NativeLibraries.IsPresent(NativeLibraries.Fftw);

    /// <summary>The planner is the one part of FFTW that threads may not share.</summary>
    public static Lock Planner { get; } = new();

    [LibraryImport(NativeLibraries.Fftw, EntryPoint = "fftw_plan_dft_r2c")]
    public static partial nint PlanForward(int rank, int* points, double* x, Complex* modes, uint flags);

    [LibraryImport(NativeLibraries.Fftw, EntryPoint = "fftw_plan_dft_c2r")]
    public static partial nint PlanInverse(int rank, int* points, Complex* modes, double* x, uint flags);

    [LibraryImport(NativeLibraries.Fftw, EntryPoint = "fftw_execute_dft_r2c")]
    public static partial void Forward(nint plan, double* x, Complex* modes);

    [LibraryImport(NativeLibraries.Fftw, EntryPoint = "fftw_execute_dft_c2r")]
    public static partial void Inverse(nint plan, Complex* modes, double* x);

    [LibraryImport(NativeLibraries.Fftw, EntryPoint = "fftw_destroy_plan")]
    public static partial void Destroy(nint plan);
}

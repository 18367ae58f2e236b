using System.Runtime.InteropServices;

namespace Sci.Bench.Native;

/// <summary>The C program <c>ks.c</c>.</summary>
internal sealed unsafe class KsReference
{
    private static readonly nint Library = Compiler.Load("ks.c");
    private static readonly delegate* unmanaged<double> Cpu =
        (delegate* unmanaged<double>)NativeLibrary.GetExport(Library, "cpu_seconds");

    private readonly nint solver;
    private readonly delegate* unmanaged<nint, double*, int, int, void> run;

    /// <param name="points">Number of points.</param>
    /// <param name="length">Period.</param>
    /// <param name="timeStep">Length of a step.</param>
    /// <param name="isSingle">Whether it computes in single precision.</param>
    public KsReference(int points, double length, double timeStep, bool isSingle = false)
    {
        var library = isSingle ? Compiler.LoadSingle("ks.c") : Library;
        solver = ((delegate* unmanaged<int, double, double, nint>)NativeLibrary.GetExport(library, "ks_new"))(
            points, length, timeStep);
        run = (delegate* unmanaged<nint, double*, int, int, void>)NativeLibrary.GetExport(library, "ks_advance");
    }

    /// <summary>Processor time of this process, all threads.</summary>
    public static double CpuSeconds() => Cpu();

    public void Advance(Span<double> rows, int count, int steps)
    {
        fixed (double* at = rows)
        {
            run(solver, at, count, steps);
        }
    }
}

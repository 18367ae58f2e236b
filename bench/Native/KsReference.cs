using System.Runtime.InteropServices;

namespace Sci.Bench.Native;

/// <summary>The C program <c>ks.c</c>.</summary>
internal sealed unsafe class KsReference(int points, double length, double timeStep)
{
    private static readonly nint Library = Compiler.Load("ks.c");
    private static readonly delegate* unmanaged<int, double, double, nint> New =
        (delegate* unmanaged<int, double, double, nint>)NativeLibrary.GetExport(Library, "ks_new");
    private static readonly delegate* unmanaged<nint, double*, int, int, void> Run =
        (delegate* unmanaged<nint, double*, int, int, void>)NativeLibrary.GetExport(Library, "ks_advance");
    private static readonly delegate* unmanaged<double> Cpu =
        (delegate* unmanaged<double>)NativeLibrary.GetExport(Library, "cpu_seconds");

    private readonly nint solver = New(points, length, timeStep);

    /// <summary>Processor time of this process, all threads.</summary>
    public static double CpuSeconds() => Cpu();

    public void Advance(Span<double> rows, int count, int steps)
    {
        fixed (double* at = rows)
        {
            Run(solver, at, count, steps);
        }
    }
}

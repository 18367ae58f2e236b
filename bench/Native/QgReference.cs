using System.Runtime.InteropServices;
using Sci.Solvers;

namespace Sci.Bench.Native;

/// <summary>The C program <c>qg.c</c>: two layers, a background current in the upper one alone.</summary>
internal sealed unsafe class QgReference(TwoLayerFlow flow, int points, double length, double timeStep)
{
    private static readonly nint Library = Compiler.Load("qg.c");
    private static readonly delegate* unmanaged<int, double, double, double, double, double, double, double, nint> New =
        (delegate* unmanaged<int, double, double, double, double, double, double, double, nint>)NativeLibrary.GetExport(
            Library, "qg_new");
    private static readonly delegate* unmanaged<nint, double*, int, int, void> Run =
        (delegate* unmanaged<nint, double*, int, int, void>)NativeLibrary.GetExport(Library, "qg_advance");

    private readonly nint solver = New(
        points, length, timeStep, flow.UpperStretching, flow.LowerStretching, flow.UpperCurrent, flow.Beta,
        flow.BottomDrag);

    public void Advance(Span<double> rows, int count, int steps)
    {
        fixed (double* at = rows)
        {
            Run(solver, at, count, steps);
        }
    }
}

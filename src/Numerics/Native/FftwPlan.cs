using System.Numerics;

namespace Sci.Numerics.Native;

/// <summary>A pair of FFTW plans for one shape.</summary>
/// <remarks>
/// The plans are for aligned arrays, since FFTW uses vectors there only; arrays that lie elsewhere pass through aligned
/// scratch. One plan for all, so that the bits of a result do not depend on where its input lay.
/// </remarks>
internal sealed unsafe class FftwPlan : IFourierPlan, IDisposable
{
    private readonly int points;
    private readonly int modes;
    private readonly FftwPlanHandle forward;
    private readonly FftwPlanHandle inverse;

    public FftwPlan(int rows, int columns)
    {
        points = checked(rows * columns);
        modes = rows * ((columns / 2) + 1);
        var rank = rows == 1 ? 1 : 2;
        var shape = rank == 1 ? stackalloc int[] { columns } : stackalloc int[] { rows, columns };
        var (x, u) = AlignedScratch.Of(points, modes);
        fixed (int* n = shape)
        {
            lock (Fftw.Planner)
            {
                forward = new FftwPlanHandle(Fftw.PlanForward(rank, n, (double*)x, (Complex*)u, Fftw.Estimate));
                inverse = new FftwPlanHandle(
                    Fftw.PlanInverse(rank, n, (Complex*)u, (double*)x, Fftw.Estimate | Fftw.DestroyInput));
            }
        }

        if (forward.IsInvalid || inverse.IsInvalid)
        {
            throw new InvalidOperationException($"FFTW makes no plan for {rows} x {columns} points.");
        }
    }

    public void Forward(ReadOnlySpan<double> x, Span<Complex> modes)
    {
        fixed (double* px = x)
        fixed (Complex* pu = modes)
        {
            if (IsAligned(px) && IsAligned(pu))
            {
                Fftw.Forward(forward.DangerousGetHandle(), px, pu);
                return;
            }
        }

        var (sx, su) = AlignedScratch.Of(points, this.modes);
        x.CopyTo(new Span<double>((double*)sx, points));
        Fftw.Forward(forward.DangerousGetHandle(), (double*)sx, (Complex*)su);
        new ReadOnlySpan<Complex>((Complex*)su, this.modes).CopyTo(modes);
    }

    public void Inverse(ReadOnlySpan<Complex> modes, Span<double> x)
    {
        var (sx, su) = AlignedScratch.Of(points, this.modes);
        Scaling.Scale(modes, 1.0 / points, new Span<Complex>((Complex*)su, this.modes));
        fixed (double* px = x)
        {
            if (IsAligned(px))
            {
                Fftw.Inverse(inverse.DangerousGetHandle(), (Complex*)su, px);
                return;
            }
        }

        Fftw.Inverse(inverse.DangerousGetHandle(), (Complex*)su, (double*)sx);
        new ReadOnlySpan<double>((double*)sx, points).CopyTo(x);
    }

    public void Dispose()
    {
        forward.Dispose();
        inverse.Dispose();
    }

    private static bool IsAligned(void* pointer) => ((nint)pointer & (Fftw.Alignment - 1)) == 0;
}

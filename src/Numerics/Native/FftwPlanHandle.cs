using System.Runtime.InteropServices;

namespace Sci.Numerics.Native;

/// <summary>Owns a plan of FFTW.</summary>
internal sealed class FftwPlanHandle : SafeHandle
{
    public FftwPlanHandle(nint plan)
        : base(0, ownsHandle: true) => SetHandle(plan);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        lock (Fftw.Planner)
        {
            Fftw.Destroy(handle);
        }

        return true;
    }
}

using System.Runtime.Intrinsics;
using Sci.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>Carries groups of states forward, one in every lane of the vectors of this machine.</summary>
internal abstract class LaneCore
{
    /// <summary>Number of states in a group.</summary>
    public abstract int Width { get; }

    /// <summary>The lanes for one field on a line of 2^m points without padding or given fields; else nothing.</summary>
    public static LaneCore? Of(SpectralCore core)
    {
        var fits = core.Fourier.Y is null && core.Equation.Fields.Count == 1 && LaneFft<FourLanes>.Fits(core.Fourier.Points)
            && core.Grid.Points == core.Fourier.Points && !core.Rest.HasConstants;
        return !fits ? null
            : Vector512.IsHardwareAccelerated ? new LaneCore<EightLanes>(core)
            : new LaneCore<FourLanes>(core);
    }

    /// <summary>Carries the group from row <paramref name="first"/> on; notes in <paramref name="failed"/> at which step a row blew up.</summary>
    public abstract void Advance(States states, int first, int steps, int[] failed);
}

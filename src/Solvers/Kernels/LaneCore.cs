using Sci.Numerics;

namespace Sci.Solvers.Kernels;

/// <summary>Carries groups of states forward in vectors.</summary>
internal abstract class LaneCore
{
    /// <summary>Number of states in a group.</summary>
    public abstract int Width { get; }

    /// <summary>
    /// Carries the group from row <paramref name="first"/> on; notes in <paramref name="failed"/> at which step a row
    /// blew up.
    /// </summary>
    public abstract void Advance(States states, int first, int steps, int[] failed);

    /// <summary>The same of a single group, on up to so many threads.</summary>
    public virtual void Advance(States states, int first, int steps, int[] failed, int threads) =>
        Advance(states, first, steps, failed);
}

namespace Sci.Solvers.Kernels;

/// <summary>Carries groups of states forward in vectors.</summary>
internal abstract class LaneCore
{
    /// <summary>Number of states in a group.</summary>
    public abstract int Width { get; }

    /// <summary>
    /// Carries the group from row <paramref name="first"/> on, on up to so many threads if it is the only one.
    /// </summary>
    public abstract void Advance(LaneWork work, int first, int threads);
}

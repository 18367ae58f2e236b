using Sci.Numerics;

namespace Sci.Solvers.Kernels;

/// <summary>What a batch is asked for.</summary>
/// <param name="States">The states, carried forward in place.</param>
/// <param name="Earlier">The states one step before, two steps before, …, carried along in place; or nothing: then a
/// multistep scheme starts by itself.</param>
/// <param name="Steps">Number of steps.</param>
internal sealed record LaneWork(States States, IReadOnlyList<States>? Earlier, int Steps)
{
    /// <summary>The step at which each row was no longer finite, or 0.</summary>
    public int[] Failed { get; } = new int[States.Count];

    /// <summary>Number of last steps whose states are kept.</summary>
    public int Kept => Math.Min(Steps, Earlier?.Count ?? 0);

    /// <summary>A single row at the end: fails at the last step if it is not finite.</summary>
    public void Judge(int row)
    {
        if (Failed[row] == 0 && !SpectralCore.AllFinite(States[row]))
        {
            Failed[row] = Steps;
        }
    }
}

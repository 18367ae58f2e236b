using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>All that a run needs to go on to the bit.</summary>
/// <param name="States">The states, one a member.</param>
/// <param name="Earlier">The states one step before, two steps before, …: the history of a multistep scheme.</param>
/// <param name="Steps">Steps taken since the beginning, which choose the draws of a stochastic forcing.</param>
public sealed record SavedRun(States States, IReadOnlyList<States> Earlier, long Steps);

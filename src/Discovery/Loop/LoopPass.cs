using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>One Gauss-Newton pass.</summary>
/// <param name="Snapshots">Snapshots a window was cut to.</param>
/// <param name="ChiSquare">Mean square of the whitened residual.</param>
/// <param name="Terms">The terms found.</param>
public sealed record LoopPass(int Snapshots, double ChiSquare, IReadOnlyList<WeightedTerm> Terms);

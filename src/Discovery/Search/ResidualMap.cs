using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>∂ₜu - Φw over a trajectory: where and when an equation fails.</summary>
/// <param name="Times">Times of the rows of <paramref name="Values"/>, from the first observation on.</param>
/// <param name="Coordinates">For each axis of the grid, slowest first, the coordinates of the rows.</param>
/// <param name="Values">In units of the rate of change, shape [times, points of the axes together].</param>
public sealed record ResidualMap(IReadOnlyList<double> Times, IReadOnlyList<double[]> Coordinates, States Values);

namespace Sci.Discovery;

/// <summary>One step of a backward elimination.</summary>
/// <param name="Dropped">Number of the candidate that was left out.</param>
/// <param name="ChiSquare">What that cost: the square of its coefficient over its deviation, the others free.</param>
public sealed record EliminationStep(int Dropped, double ChiSquare);

namespace Sci.Discovery;

/// <summary>The variance is given: 1 where the rows are weighted with their exact inverse variances.</summary>
/// <param name="Value">Variance of one row, in squared units of the target.</param>
public sealed record KnownVariance(double Value) : NoiseVariance;

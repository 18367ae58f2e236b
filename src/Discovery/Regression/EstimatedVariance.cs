namespace Sci.Discovery;

/// <summary>The variance that maximises the evidence, though none below a floor.</summary>
/// <param name="Floor">
/// Smallest standard deviation that is believed, as a fraction of the target's root mean square: what discretisation
/// leaves when the data are clean. Without a floor every tiny term of such data is significant.
/// </param>
public sealed record EstimatedVariance(double Floor) : NoiseVariance;

namespace Sci.Surrogates;

/// <summary>Size of the network that represents a solution.</summary>
/// <param name="Width">Units of a hidden layer.</param>
/// <param name="Depth">Hidden layers.</param>
/// <param name="Harmonics">Harmonics of a periodic coordinate that the network sees.</param>
public sealed record NetworkShape(int Width, int Depth, int Harmonics);

namespace Sci.Surrogates;

/// <summary>Shape of a <see cref="PositionNetwork"/>.</summary>
/// <param name="Layers">Hidden layers of tanh.</param>
/// <param name="Width">Their width.</param>
/// <param name="Fields">Number of outputs.</param>
/// <param name="Waves">Random frequencies of the layer in front, each with a cosine and a sine; 0 gives the positions
/// themselves.</param>
/// <param name="Frequency">Standard deviation of B; a frequency 2πB is a wavenumber of the box.</param>
public sealed record PositionNetworkSettings(int Layers, int Width, int Fields, int Waves, double Frequency);

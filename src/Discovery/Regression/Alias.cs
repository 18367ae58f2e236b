namespace Sci.Discovery;

/// <summary>Two columns that the data cannot tell apart, given the rest of the model.</summary>
/// <param name="Selected">The column in the model.</param>
/// <param name="Other">The column that could stand in its place.</param>
/// <param name="Correlation">Cosine between what is left of the two when the rest of the model is projected
/// out.</param>
public sealed record Alias(int Selected, int Other, double Correlation);

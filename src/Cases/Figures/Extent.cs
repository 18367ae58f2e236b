namespace Sci.Cases.Figures;

/// <summary>Evenly spaced coordinates of an image.</summary>
/// <param name="Label">What they are, with their unit.</param>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
public sealed record Extent(string Label, double First, double Last);

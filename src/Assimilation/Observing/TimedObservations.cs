namespace Sci.Assimilation;

/// <summary>What was seen at a time.</summary>
/// <param name="Time">The time, in the model's unit.</param>
/// <param name="Observations">What was observed and how well.</param>
/// <param name="Y">The observed values, shape [Observations.Count].</param>
public sealed record TimedObservations(double Time, Observations Observations, double[] Y);

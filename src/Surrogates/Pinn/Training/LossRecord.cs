namespace Sci.Surrogates;

/// <summary>The loss at a step of a training.</summary>
/// <param name="Step">Number of the step, over both phases.</param>
/// <param name="Loss">The weighted sum, at the points of the time.</param>
public readonly record struct LossRecord(int Step, double Loss);

namespace Sci.Discovery;

/// <summary>An equation found in weak form.</summary>
/// <param name="Fit">Terms and weights, the noise's bias taken out; path, odds and inclusion are those of the evidence.</param>
/// <param name="System">The rows that it was found from.</param>
public sealed record WeakFit(SparseFit Fit, WeakSystem System);

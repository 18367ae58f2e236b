namespace Sci.Discovery;

/// <summary>A model that the search passed over.</summary>
/// <param name="Model">Its columns and scores.</param>
/// <param name="Odds">Its odds against the chosen model, exp(difference of scores).</param>
public sealed record RunnerUp(VisitedModel Model, double Odds);

namespace Sci.Discovery;

/// <summary>A set of columns that a search looked at: a point of the path.</summary>
/// <param name="Support">Columns of the model, ascending.</param>
/// <param name="ResidualFraction">‖t - Φw‖/‖t‖.</param>
/// <param name="LogEvidence">Logarithm of the probability density of t given the columns, at the best
/// precisions.</param>
/// <param name="Score">The log evidence less the price of the columns; what the search maximises.</param>
public sealed record VisitedModel(
    IReadOnlyList<int> Support, double ResidualFraction, double LogEvidence, double Score);

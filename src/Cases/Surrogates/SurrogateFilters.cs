namespace Sci.Cases;

/// <summary>The same twin experiment with either model.</summary>
/// <param name="Network">The network makes the forecasts.</param>
/// <param name="Solver">The solver does, as it makes the truth.</param>
internal sealed record SurrogateFilters(SurrogateFilterOutcome Network, SurrogateFilterOutcome Solver);

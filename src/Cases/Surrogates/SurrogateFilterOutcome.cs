namespace Sci.Cases;

/// <summary>One filter, burn-in left out.</summary>
/// <param name="ForecastErrors">Root mean square error of the forecasts' mean, each analysis.</param>
/// <param name="AnalysisErrors">The same of the analyses.</param>
/// <param name="AnalysisSpreads">Root mean variance of the members after each.</param>
internal sealed record SurrogateFilterOutcome(
    IReadOnlyList<double> ForecastErrors, IReadOnlyList<double> AnalysisErrors, IReadOnlyList<double> AnalysisSpreads);

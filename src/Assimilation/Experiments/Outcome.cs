namespace Sci.Assimilation.Experiments;

/// <summary>Time means of one run, burn-in left out, with 95 % confidence from batch means.</summary>
/// <param name="ForecastError">Root mean square over the state of forecast mean minus truth.</param>
/// <param name="AnalysisError">The same of the analysis.</param>
/// <param name="SmoothedError">The same of the smoothed ensembles; null for a filter.</param>
/// <param name="ForecastSpread">Root of the mean variance of the members, forecast.</param>
/// <param name="AnalysisSpread">The same of the analysis.</param>
public sealed record Outcome(
    Interval ForecastError, Interval AnalysisError, Interval? SmoothedError, Interval ForecastSpread,
    Interval AnalysisSpread);

namespace Sci.Cases;

/// <summary>How one network did on runs that it has not seen.</summary>
/// <param name="Errors">Relative 2-norm of the error of every pair, at the points of the training.</param>
/// <param name="Finer">The same at all points of the solver; empty where the network takes one grid only.</param>
/// <param name="Rollout">Of runs by itself: mean relative 2-norm of the error at each step.</param>
/// <param name="Correlation">Mean correlation with the run at each step.</param>
/// <param name="LongDeviation">Standard deviation of the long run's last tenth over that of the data; NaN without
/// one.</param>
internal sealed record SurrogateTests(
    IReadOnlyList<double> Errors,
    IReadOnlyList<double> Finer,
    IReadOnlyList<double> Rollout,
    IReadOnlyList<double> Correlation,
    double LongDeviation);

using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>
/// Terms found with the solver in the loop, and how well the corrected solver explains the snapshots.
/// </summary>
/// <param name="Fit">Coefficients with posterior covariance, path and odds; rows have noise variance 1.</param>
/// <param name="Terms">The terms found, in the order of the library.</param>
/// <param name="Starts">Posterior mean of the state at the first time of each window, shape [windows, points].</param>
/// <param name="Signal">Signal and noise as estimated from the snapshots.</param>
/// <param name="ChiSquare">Sum of squares of the whitened residual, over <paramref name="Rows"/>: near 1 if noise is
/// all that is left.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="ResidualSpectrum">Mean square of the whitened residual in each mode of the band, shape [modes +
/// 1].</param>
/// <param name="Passes">What each pass found, first to last.</param>
/// <param name="Converged">Whether the terms stayed and their coefficients settled.</param>
public sealed record LoopFit(
    SparseFit Fit,
    IReadOnlyList<WeightedTerm> Terms,
    States Starts,
    SignalEstimate Signal,
    double ChiSquare,
    int Rows,
    IReadOnlyList<double> ResidualSpectrum,
    IReadOnlyList<LoopPass> Passes,
    bool Converged)
{
    /// <summary>
    /// Deviations from 1, in standard deviations of χ²/n, that noise alone would give <see cref="ChiSquare"/>.
    /// </summary>
    public double ChiSquareScore => (ChiSquare - 1) / Math.Sqrt(2.0 / Rows);
}

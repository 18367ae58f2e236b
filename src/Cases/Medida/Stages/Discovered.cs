using Sci.Discovery;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>What discovery found, and how far it can be trusted.</summary>
/// <param name="Fit">Coefficients, deviations, path and odds.</param>
/// <param name="Terms">The terms found: truth minus model.</param>
/// <param name="Corrected">The model with the terms added, on the model's grid.</param>
/// <param name="ChiSquare">Mean square of the residual in units of the noise, where the noise is known; else
/// null.</param>
/// <param name="ChiSquareScore">Its distance from 1 in standard deviations.</param>
/// <param name="ResidualSpectrum">Mean square of that residual by Fourier mode; empty where the noise is not
/// known.</param>
/// <param name="Settled">Whether the method settled.</param>
public sealed record Discovered(
    SparseFit Fit,
    IReadOnlyList<WeightedTerm> Terms,
    Equation Corrected,
    double? ChiSquare,
    double? ChiSquareScore,
    IReadOnlyList<double> ResidualSpectrum,
    bool Settled)
{
    /// <summary>The terms with their deviations.</summary>
    public DiscoveredEquation Equation =>
        new(Corrected.Fields[0], Terms, [.. Fit.Support.Select(j => Fit.Deviations[j])]);
}

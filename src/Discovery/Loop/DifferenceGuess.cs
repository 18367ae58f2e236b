using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>
/// Low-passed differences of the snapshots, the imperfect equation's own terms taken off: see
/// <see cref="BandLimitedRegression"/>.
/// </summary>
/// <param name="Regression">Selects the terms.</param>
public sealed record DifferenceGuess(ISparseRegression Regression) : FirstGuess(Regression)
{
    private protected override IDesign Design(
        Equation imperfect, IReadOnlyList<Term> library, IReadOnlyList<Window> windows, SignalEstimate signal) =>
        BandLimitedRegression.Design(imperfect, library, windows, signal);
}

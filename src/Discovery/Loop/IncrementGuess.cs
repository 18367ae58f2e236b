using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>
/// Low-passed differences of the snapshots less a model's change over a step, for a model that can only be stepped.
/// </summary>
/// <param name="Model">The model.</param>
/// <param name="Regression">Selects the terms.</param>
public sealed record IncrementGuess(IModel Model, ISparseRegression Regression) : FirstGuess(Regression)
{
    private protected override IDesign? Design(
        Equation imperfect, IReadOnlyList<Term> library, IReadOnlyList<Window> windows, SignalEstimate signal)
    {
        try
        {
            return BandLimitedRegression.Design(Model, library, windows, signal);
        }
        catch (BlowUpException)
        {
            return null;
        }
    }
}

namespace Sci.Solvers;

/// <summary>Stops a run whose values leave the finite numbers: all that is known of any model.</summary>
/// <param name="model">What is run.</param>
public sealed class FiniteWatch(IModel model) : IWatch
{
    /// <inheritdoc/>
    public void Look(int member, double time, ReadOnlySpan<double> state)
    {
        if (!SpectralCore.AllFinite(state))
        {
            throw new BlowUpException(
                member, time, "is no longer finite", FormattableString.Invariant(
                    $"take a time step below {model.TimeStep}"));
        }
    }
}

using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>Steps in which the flow crosses at most a given number of grid lengths.</summary>
/// <param name="Check">Finds the Courant number of a state.</param>
/// <param name="Limit">Largest Courant number; below the scheme's limit with a margin.</param>
public sealed record ByCourant(HealthCheck Check, double Limit) : IStepControl
{
    /// <inheritdoc/>
    public bool TryStep(IModel model, IModel halved, States state, out bool mayGrow)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(state);
        var courant = Check.Of(state[0]).CourantNumber * model.TimeStep / Check.TimeStep;
        mayGrow = 2 * courant <= Limit;
        if (!(courant <= Limit))
        {
            return false;
        }

        model.Advance(state, 1);
        return true;
    }
}

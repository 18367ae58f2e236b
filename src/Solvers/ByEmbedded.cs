using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>Steps of <see cref="DormandPrince"/> whose embedded error stays below a tolerance.</summary>
/// <param name="Tolerance">Largest local error of a value, in the units of the state.</param>
/// <remarks>
/// The difference from the scheme of order 4 that shares the stages: Dormand and Prince (1980),
/// doi:10.1016/0771-050X(80)90013-3, table 2. Seven evaluations a try, where two halves beside the whole
/// (<see cref="ByError"/>) take eighteen for twice the way.
/// </remarks>
public sealed record ByEmbedded(double Tolerance) : IStepControl
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The model has another scheme, or is not spectral.</exception>
    public bool TryStep(IModel model, IModel halved, States state, out bool mayGrow)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (model is not SpectralModel { Scheme: DormandPrince } spectral)
        {
            throw new ArgumentException(
                $"Embedded errors need a spectral model with {nameof(DormandPrince)}; {nameof(ByError)} takes any.",
                nameof(model));
        }

        var next = state.Clone();
        var error = spectral.StepWithError(next[0], DormandPrince.ErrorWeights);
        // A step twice as long has 2⁵ times the error; a factor two keeps it from being refused.
        mayGrow = 64 * error < Tolerance;
        if (!(error <= Tolerance))
        {
            return false;
        }

        next.Values.CopyTo(state.Values);
        return true;
    }
}

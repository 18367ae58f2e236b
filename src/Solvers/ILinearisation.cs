using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>The derivative M of a final state with respect to the initial one, along one trajectory.</summary>
public interface ILinearisation
{
    /// <summary>The final state of the trajectory.</summary>
    ReadOnlySpan<double> Final { get; }

    /// <summary>Replaces every row δ, a perturbation of the initial state, by Mδ.</summary>
    void Tangent(States perturbations);

    /// <summary>
    /// Replaces every row λ, a gradient with respect to the final state, by Mᵀλ, that with respect to the initial one.
    /// </summary>
    /// <remarks>Mᵀ is the transpose for the sum of products of values: λ·Mδ = Mᵀλ·δ.</remarks>
    void Adjoint(States sensitivities);
}

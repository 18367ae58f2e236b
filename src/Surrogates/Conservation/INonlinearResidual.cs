using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>F(ω; b): residuals of coefficients ω of basis fields b, to be brought to zero.</summary>
public interface INonlinearResidual
{
    /// <summary>Number of residuals.</summary>
    int Count { get; }

    /// <summary>Number of coefficients.</summary>
    int Unknowns { get; }

    /// <summary>F and its Jacobian with respect to ω, shape [count, unknowns].</summary>
    void Evaluate(ReadOnlySpan<double> omega, Span<double> residual, States jacobian);

    /// <summary>
    /// Σ over k, l of λ_l ∂²F_k/∂ω_l∂ω_m F_k, shape [unknowns, unknowns], added to <paramref name="hessian"/>.
    /// </summary>
    void AddCurvature(ReadOnlySpan<double> omega, ReadOnlySpan<double> residual, States hessian);

    /// <summary>-λᵀ ∂(Jᵀ F)/∂b, the adjoint of the basis, added to <paramref name="basisAdjoint"/>.</summary>
    void PullBack(
        ReadOnlySpan<double> omega,
        ReadOnlySpan<double> lambda,
        ReadOnlySpan<double> residual,
        States jacobian,
        Span<double> basisAdjoint);
}

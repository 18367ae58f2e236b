using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>In what the model differs from the truth; parameters left out are the truth's.</summary>
public sealed record JetChange
{
    /// <summary>Gradient of the Coriolis parameter.</summary>
    [NonNegative]
    public double? Beta { get; init; }

    /// <summary>Rate at which ψ₁ - ψ₂ is relaxed.</summary>
    [NonNegative]
    public double? Relaxation { get; init; }

    /// <summary>Rate that multiplies the equilibrium ψ_R in the relaxation.</summary>
    [NonNegative]
    public double? EquilibriumRelaxation { get; init; }

    /// <summary>Rate of the drag of the lower layer.</summary>
    [NonNegative]
    public double? BottomDrag { get; init; }

    /// <summary>What multiplies the advection of vorticity.</summary>
    public double? Advection { get; init; }

    /// <summary>Coefficient of ∂ₓ⁸ + ∂ᵧ⁸.</summary>
    [NonNegative]
    public double? HyperViscosity { get; init; }

    /// <summary>The model of a truth.</summary>
    internal TwoLayerJet Of(TwoLayerJet truth) => truth with
    {
        Beta = Beta ?? truth.Beta,
        Relaxation = Relaxation ?? truth.Relaxation,
        EquilibriumRelaxation = EquilibriumRelaxation ?? truth.EquilibriumRelaxation,
        BottomDrag = BottomDrag ?? truth.BottomDrag,
        Advection = Advection ?? truth.Advection,
        HyperViscosity = HyperViscosity ?? truth.HyperViscosity,
    };
}

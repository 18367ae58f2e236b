using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Parameters of the two-layer jet; lengths in deformation radii, velocities in the jet's speed.</summary>
public sealed record JetParameters
{
    /// <summary>Gradient of the Coriolis parameter.</summary>
    [NonNegative]
    public required double Beta { get; init; }

    /// <summary>Rate at which ψ₁ - ψ₂ is relaxed.</summary>
    [NonNegative]
    public required double Relaxation { get; init; }

    /// <summary>Rate that multiplies the equilibrium ψ_R in the relaxation.</summary>
    [NonNegative]
    public required double EquilibriumRelaxation { get; init; }

    /// <summary>Rate of the drag of the lower layer.</summary>
    [NonNegative]
    public required double BottomDrag { get; init; }

    /// <summary>What multiplies the advection of vorticity, but not βψₓ.</summary>
    public required double Advection { get; init; }

    /// <summary>Coefficient of ∂ₓ⁸ + ∂ᵧ⁸.</summary>
    [NonNegative]
    public required double HyperViscosity { get; init; }

    /// <summary>Half-width of the jet and of the sponge.</summary>
    [Positive]
    public required double HalfWidth { get; init; }

    /// <summary>The jet.</summary>
    internal TwoLayerJet Jet() => new()
    {
        Beta = Beta,
        Relaxation = Relaxation,
        EquilibriumRelaxation = EquilibriumRelaxation,
        BottomDrag = BottomDrag,
        Advection = Advection,
        HyperViscosity = HyperViscosity,
        HalfWidth = HalfWidth,
    };
}

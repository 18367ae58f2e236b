using System.Globalization;

namespace Sci.Solvers;

/// <summary>
/// Quasi-geostrophic flow of two layers on a β-plane with uniform background currents, doubly periodic (the turbulence
/// of Larichev and Held, 1995) or in a channel (Phillips' model).
/// </summary>
/// <remarks>
/// Potential vorticity q₁ = ∇²ψ₁ + F₁(ψ₂ - ψ₁), q₂ = ∇²ψ₂ + F₂(ψ₁ - ψ₂), without the background's; F₁ = r⁻²/(1 + δ),
/// F₂ = δF₁. Phillips (1954); Vallis, Atmospheric and Oceanic Fluid Dynamics, 5.6 and 9.6; the conventions of pyqg.
/// </remarks>
public sealed record TwoLayerFlow
{
    /// <summary>Gradient of the Coriolis parameter, 1/(length·time).</summary>
    public required double Beta { get; init; }

    /// <summary>Deformation radius r, a length.</summary>
    public required double DeformationRadius { get; init; }

    /// <summary>δ, the depth of the upper layer over that of the lower one.</summary>
    public required double DepthRatio { get; init; }

    /// <summary>Background current of the upper layer along x.</summary>
    public required double UpperCurrent { get; init; }

    /// <summary>Background current of the lower layer along x.</summary>
    public required double LowerCurrent { get; init; }

    /// <summary>Rate of the Ekman drag of the lower layer, 1/time.</summary>
    public required double BottomDrag { get; init; }

    /// <summary>Stretching F₁ of the upper layer, 1/length².</summary>
    public double UpperStretching => 1 / (DeformationRadius * DeformationRadius * (1 + DepthRatio));

    /// <summary>Stretching F₂ of the lower layer, 1/length².</summary>
    public double LowerStretching => DepthRatio * UpperStretching;

    /// <summary>The equations for q1 and q2, with psi1 and psi2 diagnosed.</summary>
    public Equation On(Grid grid)
    {
        double f1 = UpperStretching, f2 = LowerStretching, shear = UpperCurrent - LowerCurrent;
        return Equation.Parse(grid, string.Create(CultureInfo.InvariantCulture, $"""
            q1_t = -J(psi1,q1) - {UpperCurrent:R}*q1_x - {Beta + (f1 * shear):R}*psi1_x
            q2_t = -J(psi2,q2) - {LowerCurrent:R}*q2_x - {Beta - (f2 * shear):R}*psi2_x - {BottomDrag:R}*lap(psi2)
            q1 = lap(psi1) + {f1:R}*psi2 - {f1:R}*psi1
            q2 = lap(psi2) + {f2:R}*psi1 - {f2:R}*psi2
            """));
    }

    /// <summary>
    /// pyqg's algorithm: Adams-Bashforth 3 after Euler and 2, an exponential filter, products not dealiased.
    /// </summary>
    public SpectralModel AsPyqg(Grid grid, double timeStep) =>
        new(On(grid), new Ab3Classical(timeStep), Dealiasing.None, ExponentialFilter.Pyqg);
}

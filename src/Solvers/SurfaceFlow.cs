using System.Globalization;

namespace Sci.Solvers;

/// <summary>Surface quasi-geostrophic flow by the buoyancy b at the surface, doubly periodic.</summary>
/// <remarks>
/// b_t + J(ψ, b) + U bₓ + G ψₓ = -μ b + (-1)^(p+1) ν ∇²ᵖ b with b = (-∇²)^½ ψ, in units in which the buoyancy frequency
/// over the Coriolis parameter is one: flow that decays downwards from a surface over uniform potential vorticity. G is
/// the gradient of the background's buoyancy along y, by which waves travel at U + G/|k|. Held et al. (1995),
/// doi:10.1017/S0022112095000012. Without G, μ and ν the energy ½⟨ψb⟩ and ½⟨b²⟩ are kept.
/// </remarks>
public sealed record SurfaceFlow
{
    /// <summary>Background current U along x, length/time.</summary>
    public required double Current { get; init; }

    /// <summary>Gradient G of the background's buoyancy along y, as it multiplies ψₓ; length/time.</summary>
    public required double Gradient { get; init; }

    /// <summary>Rate μ of linear drag, 1/time.</summary>
    public required double Drag { get; init; }

    /// <summary>ν, length²ᵖ/time.</summary>
    public required double HyperViscosity { get; init; }

    /// <summary>Power p of the Laplacian, at least 1.</summary>
    public required int HyperViscosityPower { get; init; }

    /// <summary>The equation for b, with psi diagnosed.</summary>
    public Equation On(Grid grid)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(HyperViscosityPower, 1);
        var sign = HyperViscosityPower % 2 == 0 ? "-" : "+";
        return Equation.Parse(grid, string.Create(CultureInfo.InvariantCulture, $"""
            b_t = -J(psi,b) - {Current:R}*b_x - {Gradient:R}*psi_x - {Drag:R}*b {sign} {HyperViscosity:R}*lap^{HyperViscosityPower}(b)
            b = root(psi)
            """));
    }
}

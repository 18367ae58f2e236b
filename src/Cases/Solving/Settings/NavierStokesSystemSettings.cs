using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Two-dimensional Navier-Stokes flow by its vorticity w, perhaps on a β-plane.</summary>
public sealed record NavierStokesSystemSettings : FlowSystemSettings
{
    /// <summary>Gradient of the Coriolis parameter.</summary>
    public double Beta { get; init; }

    /// <summary>Rate of linear drag.</summary>
    [NonNegative]
    public double Drag { get; init; }

    /// <summary>Coefficient of the power of the Laplacian.</summary>
    [NonNegative]
    public required double Viscosity { get; init; }

    /// <summary>The power: 1 for a viscous fluid.</summary>
    [Between(1, 16)]
    public int ViscosityPower { get; init; } = 1;

    /// <summary>Rate at which vorticity is forced, a formula in <c>x</c> and <c>y</c>; none if left out.</summary>
    public string? Forcing { get; init; }

    internal override IReadOnlyList<Quantity> Quantities =>
    [
        Quantity.Parse("vorticity", "w"), Quantity.Parse("energy", "-0.5*psi*w"),
        Quantity.Parse("enstrophy", "0.5*w^2"),
    ];

    private protected override Equation On(Grid grid) => new PlaneFlow
    {
        Beta = Beta,
        Drag = Drag,
        Viscosity = Viscosity,
        ViscosityPower = ViscosityPower,
        Forcing = Function(Forcing),
    }.On(grid);
}

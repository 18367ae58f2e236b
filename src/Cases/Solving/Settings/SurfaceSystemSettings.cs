using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Surface quasi-geostrophic flow by the buoyancy b.</summary>
public sealed record SurfaceSystemSettings : FlowSystemSettings
{
    /// <summary>Background current along x.</summary>
    public double Current { get; init; }

    /// <summary>Gradient of the background's buoyancy along y, by which waves travel.</summary>
    public double Gradient { get; init; }

    /// <summary>Rate of linear drag.</summary>
    [NonNegative]
    public double Drag { get; init; }

    /// <summary>Coefficient of the power of the Laplacian.</summary>
    [NonNegative]
    public double HyperViscosity { get; init; }

    /// <summary>The power.</summary>
    [Between(1, 16)]
    public int HyperViscosityPower { get; init; } = 1;

    internal override IReadOnlyList<Quantity> Quantities =>
    [
        Quantity.Parse("buoyancy", "b"), Quantity.Parse("energy", "0.5*psi*b"), Quantity.Parse("variance", "0.5*b^2"),
    ];

    private protected override Equation On(Grid grid) => new SurfaceFlow
    {
        Current = Current,
        Gradient = Gradient,
        Drag = Drag,
        HyperViscosity = HyperViscosity,
        HyperViscosityPower = HyperViscosityPower,
    }.On(grid);
}

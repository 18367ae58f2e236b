using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Quasi-geostrophic flow of two layers in the conventions of pyqg.</summary>
/// <remarks>pyqg's own algorithm has <c>scheme: ab3_classical</c> and <c>filter: true</c>.</remarks>
public sealed record TwoLayersSystemSettings : FlowSystemSettings
{
    /// <summary>Gradient of the Coriolis parameter.</summary>
    public required double Beta { get; init; }

    /// <summary>Deformation radius.</summary>
    [Positive]
    public required double DeformationRadius { get; init; }

    /// <summary>Depth of the upper layer over that of the lower one.</summary>
    [Positive]
    public required double DepthRatio { get; init; }

    /// <summary>Background current of the upper layer.</summary>
    public required double UpperCurrent { get; init; }

    /// <summary>Background current of the lower layer.</summary>
    public double LowerCurrent { get; init; }

    /// <summary>Rate of the drag at the bottom.</summary>
    [NonNegative]
    public double BottomDrag { get; init; }

    internal override IReadOnlyList<Quantity> Quantities =>
    [
        Quantity.Parse("pv_1", "q1"), Quantity.Parse("pv_2", "q2"),
        Quantity.Parse("energy", FormattableString.Invariant(
            $"-{0.5 * DepthRatio / (1 + DepthRatio):r}*psi1*q1 - {0.5 / (1 + DepthRatio):r}*psi2*q2")),
        Quantity.Parse("enstrophy_1", "0.5*q1^2"), Quantity.Parse("enstrophy_2", "0.5*q2^2"),
    ];

    private protected override Equation On(Grid grid) => new TwoLayerFlow
    {
        Beta = Beta,
        DeformationRadius = DeformationRadius,
        DepthRatio = DepthRatio,
        UpperCurrent = UpperCurrent,
        LowerCurrent = LowerCurrent,
        BottomDrag = BottomDrag,
    }.On(grid);
}

using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The published baroclinic jet of two layers between sponges or walls, on its own grid.</summary>
public sealed record JetSystemSettings : SpectralSystemSettings
{
    private Equation? equation;

    /// <summary>Whether walls bound y, without sponges; else y is periodic, as published.</summary>
    public bool Walls { get; init; }

    internal override Equation Equation => equation ??= TwoLayerJet.Published.On(
        Walls ? TwoLayerJet.PublishedChannel : TwoLayerJet.PublishedGrid);

    internal override IReadOnlyList<Quantity> Quantities =>
    [
        Quantity.Parse("pv_1", "q1"), Quantity.Parse("pv_2", "q2"),
        Quantity.Parse("energy", "-0.25*psi1*q1 - 0.25*psi2*q2"),
        Quantity.Parse("enstrophy_1", "0.5*q1^2"), Quantity.Parse("enstrophy_2", "0.5*q2^2"),
    ];

    internal override ModelSystemSettings Finer(int times) => throw new NotSupportedException("The jet has one grid.");
}

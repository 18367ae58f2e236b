using System.Globalization;
using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Quasi-geostrophic flow of any number of layers.</summary>
public sealed record LayersSystemSettings : FlowSystemSettings
{
    /// <summary>Coriolis parameter.</summary>
    public required double Coriolis { get; init; }

    /// <summary>Gradient of the Coriolis parameter.</summary>
    public double Beta { get; init; }

    /// <summary>Depths of the layers, the uppermost first.</summary>
    [Count(1)]
    public required IReadOnlyList<double> Depths { get; init; }

    /// <summary>Reduced gravities at the interfaces, one fewer than layers.</summary>
    public IReadOnlyList<double> ReducedGravities { get; init; } = [];

    /// <summary>Background currents along x, formulas in <c>y</c>, one a layer.</summary>
    public required IReadOnlyList<string> Currents { get; init; }

    /// <summary>Rates of drag, one a layer.</summary>
    public required IReadOnlyList<double> Drags { get; init; }

    /// <summary>Coefficient of the power of the Laplacian of the potential vorticity.</summary>
    [NonNegative]
    public double HyperViscosity { get; init; }

    /// <summary>The power.</summary>
    [Between(1, 16)]
    public int HyperViscosityPower { get; init; } = 1;

    /// <summary>Height of the bottom, a formula in <c>x</c> and <c>y</c>; flat if left out.</summary>
    public string? Topography { get; init; }

    internal override IReadOnlyList<Quantity> Quantities =>
    [
        .. Numbers.Select(i => Quantity.Parse($"pv_{i}", $"q{i}")),
        Quantity.Parse("energy", string.Join(' ', Numbers.Select(i => string.Create(
            CultureInfo.InvariantCulture, $"- {0.5 * Depths[i - 1] / Depths.Sum():r}*psi{i}*q{i}")))),
        .. Numbers.Select(i => Quantity.Parse($"enstrophy_{i}", $"0.5*q{i}^2")),
    ];

    private IEnumerable<int> Numbers => Enumerable.Range(1, Depths.Count);

    private protected override Equation On(Grid grid) => new LayeredFlow
    {
        Coriolis = Coriolis,
        Beta = Beta,
        Depths = Depths,
        ReducedGravities = ReducedGravities,
        Currents = [.. Currents.Select(Current)],
        Drags = Drags,
        HyperViscosity = HyperViscosity,
        HyperViscosityPower = HyperViscosityPower,
        Topography = Function(Topography),
    }.On(grid);

    private static Func<double, double> Current(string text)
    {
        var formula = Formula.Parse(text, "y");
        return y => formula.At(y);
    }
}

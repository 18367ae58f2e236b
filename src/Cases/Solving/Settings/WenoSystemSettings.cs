using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Burgers' equation by finite volumes that carry shocks (WENO of order 5).</summary>
public sealed record WenoSystemSettings : ModelSystemSettings
{
    /// <summary>The periodic line.</summary>
    [Key("grid")]
    public required SolvedGridSettings Line { get; init; }

    /// <summary>ν.</summary>
    [NonNegative]
    public required double Viscosity { get; init; }

    internal int Times { get; init; } = 1;

    internal override Grid Grid => Line.On(Times);

    internal override IReadOnlyList<string> Fields => ["u"];

    internal override int SchemeOrder => 3;

    internal override IModel Model(double timeStep) => new FiniteVolumeBurgers(Grid, Viscosity, timeStep);

    internal override ModelSystemSettings Finer(int times) => this with { Times = Times * times };
}

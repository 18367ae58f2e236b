using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Any equations, written as text.</summary>
public sealed record EquationSystemSettings : SpectralSystemSettings
{
    private Equation? equation;

    /// <summary>
    /// The equations, such as <c>u_t = -u*u_x - u_xx - u_xxxx</c>; several are separated by <c>;</c>.
    /// </summary>
    [Key("equation")]
    public required string Text { get; init; }

    /// <summary>The periodic line or box.</summary>
    [Key("grid")]
    public required SolvedGridSettings Box { get; init; }

    internal int Times { get; init; } = 1;

    internal override Equation Equation => equation ??= Solvers.Equation.Parse(Box.On(Times), Text);

    internal override IReadOnlyList<Quantity> Quantities => WatchSettings.MeansAndSquares(Equation);

    // A copy must not keep the equation of another grid.
    internal override ModelSystemSettings Finer(int times) => this with { Times = Times * times, equation = null };
}

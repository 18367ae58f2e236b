using Sci.Solvers;

namespace Sci.Cases;

/// <summary>An equation and a scheme of Sci's own solvers.</summary>
public sealed record SolverModelSettings : ModelSettings
{
    /// <summary>The scheme that integrates it.</summary>
    public required SchemeName Scheme { get; init; }

    /// <summary>
    /// Digits that steps are computed with; <c>single</c> needs a grid of 16, 32, 64, … points and one field.
    /// </summary>
    public PrecisionName Precision { get; init; }

    internal override bool NeedsOlder => Scheme == SchemeName.Cnab2;

    internal override IModel Stepper(Equation equation, CancellationToken cancel) => Solver(equation, TimeStep);

    internal override SpectralModel Solver(Equation equation, double timeStep) =>
        Schemes.Model(Scheme, equation, timeStep, Precision);
}

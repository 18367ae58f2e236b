using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>An equation that Sci solves.</summary>
public sealed record EquationTruthSettings : TruthSettings, IChecked
{
    private const double ExponentStep = 0.02;

    /// <summary>Its equation, such as <c>u_t = -u*u_x - u_xx - u_xxxx</c>.</summary>
    public required string Equation { get; init; }

    /// <summary>The scheme that integrates it.</summary>
    public required SchemeName Scheme { get; init; }

    /// <summary>
    /// Digits that steps are computed with; <c>single</c> needs a grid of 16, 32, 64, … points and one field.
    /// </summary>
    public PrecisionName Precision { get; init; }

    /// <summary>Length of its steps.</summary>
    [Positive]
    public required double TimeStep { get; init; }

    /// <summary>The state at time 0, a formula in <c>x</c> or a dataset of a file.</summary>
    public required InitialSettings Initial { get; init; }

    /// <summary>Time that passes before the first observation.</summary>
    [NonNegative]
    public required double SpinUp { get; init; }

    /// <summary>What stops the run before its states mean nothing.</summary>
    [CostOnly]
    public WatchSettings? Watch { get; init; }

    internal override string? Law => Equation;

    internal override double Start => SpinUp;

    internal override string TimesWanted => "a multiple of truth.time_step";

    internal override string Contents => Initial.Contents;

    /// <inheritdoc/>
    public void Check(Complaints complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        complaints.Require(
            Scheme is not SchemeName.Cnab2, nameof(Scheme),
            "must be a one-step scheme, so that a run can start anywhere");
    }

    internal override bool HasStateAt(double time)
    {
        var step = Math.Round(time / TimeStep);
        return Math.Abs((step * TimeStep) - time) <= 1e-6 * TimeStep * Math.Max(1, step * 1e-6);
    }

    internal override double NextFrom(double time) => Math.Ceiling((time / TimeStep) - 1e-6) * TimeStep;

    internal override double StepsTo(double time) => time / TimeStep;

    internal override SpectralModel Chaos(Grid grid, Equation corrected, double modelStep) =>
        Schemes.Model(Scheme, Solvers.Equation.Parse(grid, Equation), Math.Max(TimeStep, ExponentStep));
}

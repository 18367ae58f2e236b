using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>The system that the observations are made from.</summary>
public sealed record TruthSettings : IChecked
{
    /// <summary>Its equation, such as <c>u_t = -u*u_x - u_xx - u_xxxx</c>.</summary>
    public required string Equation { get; init; }

    /// <summary>The scheme that integrates it.</summary>
    public required SchemeName Scheme { get; init; }

    /// <summary>Length of its steps.</summary>
    [Positive]
    public required double TimeStep { get; init; }

    /// <summary>The state at time 0, a formula in <c>x</c>.</summary>
    public required string Initial { get; init; }

    /// <summary>Time that passes before the first observation.</summary>
    [NonNegative]
    public required double SpinUp { get; init; }

    /// <inheritdoc/>
    public void Check(Complaints complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        complaints.Try(() => Formula.Parse(Initial, "x"), nameof(Initial));
        complaints.Require(Scheme is not SchemeName.Cnab2, nameof(Scheme), "must be a one-step scheme, so that a run can start anywhere");
    }

    /// <summary>Whether a run from 0 has a step at the time, round-off aside.</summary>
    public bool HasStepAt(double time)
    {
        var step = Math.Round(time / TimeStep);
        return Math.Abs((step * TimeStep) - time) <= 1e-6 * TimeStep * Math.Max(1, step * 1e-6);
    }
}

using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>
/// u_t + (speed + advection u) u_x = viscosity u_xx on a periodic line, solved along its characteristics.
/// </summary>
public sealed record LagrangianSettings : PinnProblemSettings, IChecked
{
    /// <summary>The line, beginning at 0, and the points of the reference.</summary>
    public required GridSettings Grid { get; init; }

    /// <summary>Constant speed.</summary>
    public required double Speed { get; init; }

    /// <summary>0 for convection, 1 for Burgers.</summary>
    public required double Advection { get; init; }

    /// <summary>Viscosity.</summary>
    [NonNegative]
    public required double Viscosity { get; init; }

    /// <summary>Whether u_xx is taken in the labels, as the published program does.</summary>
    public bool InLabels { get; init; }

    /// <summary>The state at time 0, a formula in <c>x</c>.</summary>
    public required string Initial { get; init; }

    /// <summary>Time that is solved for.</summary>
    [Positive]
    public required double Duration { get; init; }

    /// <summary>Time step of the reference (ETDRK4).</summary>
    [Positive]
    public required double TimeStep { get; init; }

    /// <summary>The network of the displacement.</summary>
    public required PinnNetworkSettings Motion { get; init; }

    /// <summary>The network of the state carried along.</summary>
    public required PinnNetworkSettings Field { get; init; }

    /// <inheritdoc/>
    public void Check(Complaints complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        complaints.Try(() => Formula.Parse(Initial, "x"), nameof(Initial));
        complaints.Require(Grid.Origin == 0, $"{nameof(Grid)}.{nameof(Grid.Origin)}", "must be 0: labels begin there");
    }
}

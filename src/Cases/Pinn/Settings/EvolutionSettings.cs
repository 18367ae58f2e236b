using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>
/// An evolution equation on a line, one network for each window of time; the spectral solver is the reference.
/// </summary>
public sealed record EvolutionSettings : PinnProblemSettings, IChecked
{
    /// <summary>The line and the points of the reference.</summary>
    public required GridSettings Grid { get; init; }

    /// <summary>The equation, such as <c>u_t = -u*u_x + 0.01*u_xx</c>.</summary>
    public required string Equation { get; init; }

    /// <summary>The state at time 0, a formula in <c>x</c>, periodic on the line.</summary>
    public required string Initial { get; init; }

    /// <summary>Time that is solved for.</summary>
    [Positive]
    public required double Duration { get; init; }

    /// <summary>Time step of the reference (ETDRK4).</summary>
    [Positive]
    public required double TimeStep { get; init; }

    /// <summary>What happens at the ends of the line.</summary>
    public required EndsName Ends { get; init; }

    /// <summary>The network of each window.</summary>
    public required PinnNetworkSettings Network { get; init; }

    /// <summary>Windows of time, solved one after the other.</summary>
    [AtLeast(1)]
    public required int Windows { get; init; }

    /// <inheritdoc/>
    public void Check(Complaints complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        complaints.Try(() => Formula.Parse(Initial, "x"), nameof(Initial));
        complaints.Try(() => Solvers.Equation.Parse(Grid.Line(), Equation), nameof(Equation));
    }
}

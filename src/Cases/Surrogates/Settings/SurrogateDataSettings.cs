using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Runs of a solver: each pair of snapshots in a row is an input and its target.</summary>
public sealed record SurrogateDataSettings : SnapshotRunsSettings
{
    /// <summary>The equation, such as <c>u_t = -u*u_x + 0.1*u_xx</c>.</summary>
    public required string Equation { get; init; }

    /// <summary>The solver's grid.</summary>
    public required GridSettings Grid { get; init; }

    /// <summary>Where runs start.</summary>
    public required RandomFieldSettings Initial { get; init; }

    /// <summary>Snapshots after the first in each of them.</summary>
    [AtLeast(1)]
    public required int TestSnapshots { get; init; }

    /// <summary>What makes the runs.</summary>
    internal SpectralModel Solver() =>
        new(Solvers.Equation.Parse(Grid.Line(), Equation), new Etdrk4(TimeStep), Dealiasing.TwoThirds);
}

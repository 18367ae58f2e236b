using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Runs of the solver from random fields: snapshots at equal distances.</summary>
public sealed record FlowDataSettings : SnapshotRunsSettings
{
    /// <summary>ν of the flow in a box of side 1.</summary>
    [Positive]
    public required double Viscosity { get; init; }

    /// <summary>a of its forcing a (sin 2π(x + y) + cos 2π(x + y)).</summary>
    [Positive]
    public required double Forcing { get; init; }

    /// <summary>The solver's points along each side.</summary>
    [Even]
    [Between(8, 1024)]
    public required int Points { get; init; }

    /// <summary>The vorticity at the beginning.</summary>
    public required BoxFieldSettings Initial { get; init; }

    /// <summary>Snapshots after the first that are given in a test run; the network goes on from the last.</summary>
    [NonNegative]
    public required int Given { get; init; }

    /// <summary>Snapshots after those, which it is to predict.</summary>
    [AtLeast(1)]
    public required int Predicted { get; init; }

    /// <summary>Snapshots after the first in a test run.</summary>
    internal int TestSnapshots => Given + Predicted;

    /// <summary>The solver's box.</summary>
    internal Grid Grid => Grid.Box(Points, Points, 1, 1);

    /// <summary>What flows.</summary>
    internal Sci.Surrogates.DiagonalForcing Flow => new(Viscosity, Forcing);

    /// <summary>What makes the runs.</summary>
    internal SpectralModel Solver() => new(
        new PlaneFlow { Beta = 0, Drag = 0, Viscosity = Viscosity, ViscosityPower = 1, Forcing = Flow.At }.On(Grid),
        new Etdrk4(TimeStep), Dealiasing.TwoThirds);
}

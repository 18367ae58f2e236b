using Sci.Cases.Settings;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Diffusion of a solute that sticks, from a constant state (PDEBench).</summary>
public sealed record SorptionSystemSettings : TabulatedSystemSettings
{
    /// <summary>Number of points, both ends included.</summary>
    [Between(3, 1 << 16)]
    public required int Points { get; init; }

    /// <summary>The state at time 0.</summary>
    [NonNegative]
    public required double Start { get; init; }

    /// <summary>Steps of the implicit midpoint rule between two saves.</summary>
    [AtLeast(1)]
    public required int StepsBetween { get; init; }

    internal override Grid Grid => Solvers.Grid.Line(Points, (double)Points / (Points - 1));

    internal override int SpaceOrder => 2;

    internal override double[] Refined(int times, double time) =>
        [.. (this with { Points = (times * (Points - 1)) + 1 }).Solve(time, 1).States[1].ToArray().Where(
            (_, i) => i % times == 0)];

    internal override (States States, IReadOnlyDictionary<string, double> Drifts) Solve(double interval, int saves) =>
        (new DiffusionSorption(Points).Solve(Start, interval, saves, StepsBetween), new Dictionary<string, double>());
}

using Sci.Cases.Settings;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>A generalised porous medium by finite volumes: heat, a porous medium, Stefan's melting ice.</summary>
public sealed record PorousSystemSettings : TabulatedSystemSettings
{
    /// <summary>The medium with its initial and boundary values.</summary>
    public required MediumSettings Medium { get; init; }

    /// <summary>Number of cells.</summary>
    [Between(8, 1 << 16)]
    public required int Cells { get; init; }

    internal override Grid Grid => Solvers.Grid.Line(Cells, Medium.Length);

    internal override double[] Places => Medium.Volumes(Cells).Centres();

    internal override int SpaceOrder => Medium is HeatSettings ? 2 : 1;

    internal override double[] Refined(int times, double time) =>
        [.. (this with { Cells = times * Cells }).Solve(time, 1).States[1].ToArray().Chunk(times).Select(
            cell => cell.Average())];

    internal override (States States, IReadOnlyDictionary<string, double> Drifts) Solve(double interval, int saves)
    {
        double[] initial = [.. Places.Select(Medium.Initial)];
        double[] times = [.. Enumerable.Range(0, saves + 1).Select(i => i * interval)];
        var (states, entered) = Medium.Volumes(Cells).Solve(initial, times, Medium.Diffusivity(times[^1]));
        var spacing = Medium.Length / Cells;
        // What is there beyond what was there and what came in, relative to what is there.
        var error = Enumerable.Range(0, states.Count).Max(time =>
        {
            var mass = spacing * states[time].ToArray().Sum();
            return Math.Abs(mass - (spacing * initial.Sum()) - entered[time]) / Math.Max(Math.Abs(mass), spacing);
        });
        return (states, new Dictionary<string, double> { ["mass"] = error });
    }
}

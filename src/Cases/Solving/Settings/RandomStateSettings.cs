using Sci.Cases.Settings;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Smooth noise: waves up to a number of periods with normal amplitudes, every field by itself.</summary>
public sealed record RandomStateSettings : SolvedInitialSettings
{
    /// <summary>Root mean square of every field.</summary>
    [Positive]
    public required double Random { get; init; }

    /// <summary>Largest number of periods along the longest side.</summary>
    [AtLeast(1)]
    public required int Periods { get; init; }

    internal override double[] On(SolvedSystemSettings system, ulong seed)
    {
        var grid = system.Grid;
        var state = new States(1, system.Fields.Count * grid.Points);
        var longest = grid.Axes.Max(axis => axis.Length);
        var (middle, half) = (Math.PI / longest * (Periods + 0.99), Math.PI / longest * (Periods + 0.01));
        for (var field = 0; field < system.Fields.Count; field++)
        {
            var draws = new RandomSource(seed)["initial"][system.Fields[field]];
            new RingForcing(grid, middle, half, 0.5 * Random * Random, field, draws).Add(state, 0, 1);
            Scale(state[0].Slice(field * grid.Points, grid.Points));
        }

        return [.. state[0]];
    }

    private void Scale(Span<double> field)
    {
        var sum = 0.0;
        foreach (var value in field)
        {
            sum += value * value / field.Length;
        }

        foreach (ref var value in field)
        {
            value *= Random / Math.Sqrt(sum);
        }
    }
}

using Sci.Discovery;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The sensors whose readings are compared with forecasts, in units of the fields' sizes.</summary>
internal sealed class JetComparison
{
    // Neighbours whose errors count as one: tiles of the box.
    private const int TilesY = 8;
    private const int TilesX = 8;

    private readonly JetObserved observed;
    private readonly int[] kept;

    public JetComparison(JetGaussNewtonSettings method, JetObserved observed, Equation equation)
    {
        this.observed = observed;
        var (rows, columns) = (JetFlow.Grid.Axes[0].Points, JetFlow.Grid.Axes[1].Points);
        var sensors = observed.Sensors.Points;
        kept = [.. Enumerable.Range(0, sensors.Count)
            .Where(i => sensors[i] / columns >= method.CutRows && sensors[i] / columns < rows - method.CutRows)];
        int[] points = [.. kept.Select(i => sensors[i])];
        int[] tiles = [.. points.Select(p =>
            (p / columns * TilesY / rows * TilesX) + (p % columns * TilesX / columns))];
        Readout = new FieldReadout(equation, [Term.Parse("psi1"), Term.Parse("psi2")], points, observed.Sizes);
        Clusters = [.. tiles, .. tiles];
    }

    /// <summary>What is read of a forecast.</summary>
    public FieldReadout Readout { get; }

    /// <summary>The tile of each reading.</summary>
    public int[] Clusters { get; }

    /// <summary>Those of the readings of all sensors.</summary>
    public States Kept(States readings)
    {
        var count = observed.Sensors.Points.Count;
        var ends = new States(readings.Count, 2 * kept.Length);
        for (var pair = 0; pair < ends.Count; pair++)
        {
            for (var i = 0; i < ends.Size; i++)
            {
                var layer = i / kept.Length;
                ends[pair][i] = readings[pair][(layer * count) + kept[i % kept.Length]] / observed.Sizes[layer];
            }
        }

        return ends;
    }

    /// <summary>Root mean square of what forecasts of such variance miss of noisy readings,
    /// <see cref="Kept"/>.</summary>
    /// <param name="variance">Of ψ₁ and ψ₂, shape [1, 2·points].</param>
    /// <param name="noise">Standard deviation of the readings over the fields' sizes.</param>
    public double Expected(States variance, double noise)
    {
        var kept = Kept(observed.Sensors.Read(variance));
        var sum = 0.0;
        for (var i = 0; i < kept.Size; i++)
        {
            sum += kept[0][i] / observed.Sizes[2 * i / kept.Size];
        }

        return Math.Sqrt((sum / kept.Size) + (noise * noise));
    }

    /// <summary>Root mean square of what a model misses of readings, <see cref="Kept"/>, from given starts.</summary>
    public double Misfit(IModel model, States starts, int steps, States ends)
    {
        var states = starts.Clone();
        model.Advance(states, steps);
        var forecast = Readout.Read(states).Values;
        return System.Numerics.Tensors.TensorPrimitives.Distance<double>(forecast, ends.Values)
            / Math.Sqrt(forecast.Length);
    }
}

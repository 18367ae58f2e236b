using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>The intervals between the snapshots of a window, each divided into even steps.</summary>
internal sealed class Itinerary
{
    private readonly IReadOnlyList<double> times;
    private readonly double[] steps;
    private readonly int[] counts;

    public Itinerary(IReadOnlyList<double> times, double longestStep)
    {
        if (!(longestStep > 0))
        {
            throw new ArgumentException($"The time step must be positive, not {longestStep}.", nameof(longestStep));
        }

        this.times = times;
        TimeStep = longestStep;
        counts = new int[times.Count - 1];
        steps = new double[counts.Length];
        for (var i = 0; i < counts.Length; i++)
        {
            var interval = times[i + 1] - times[i];
            counts[i] = Math.Max(1, (int)Math.Ceiling((interval / longestStep) - 1e-6));

            // Differences of rounded times are not quite equal: the same step must not become two solvers.
            steps[i] = i > 0
                && counts[i] == counts[i - 1] && Math.Abs((interval / counts[i]) - steps[i - 1]) < 1e-9 * steps[i - 1]
                ? steps[i - 1]
                : interval / counts[i];
        }

        Length = times[^1] - times[0];
    }

    /// <summary>Time from the first snapshot to the last.</summary>
    public double Length { get; }

    /// <summary>The longest step allowed.</summary>
    public double TimeStep { get; }

    /// <summary>Number of steps in each interval.</summary>
    public IReadOnlyList<int> Steps => counts;

    /// <summary>The same intervals in longer steps.</summary>
    public Itinerary Coarser(int factor) => new(times, factor * TimeStep);

    /// <summary>The solver of each interval, steps divided once more by <paramref name="refinement"/>.</summary>
    public IModel[] Solvers(SolverFactory solver, Equation equation, int refinement)
    {
        var models = new IModel[counts.Length];
        for (var i = 0; i < models.Length; i++)
        {
            models[i] = i > 0 && steps[i].Equals(steps[i - 1]) ? models[i - 1] : solver(
                equation, steps[i] / refinement);
        }

        return models;
    }

    /// <summary>Carries every row forward, in place, and gives its coordinates at each later time.</summary>
    public States[] Run(IModel[] models, int refinement, States states, IStateBasis basis)
    {
        var at = new States[counts.Length];
        for (var i = 0; i < counts.Length; i++)
        {
            models[i].Advance(states, counts[i] * refinement);
            at[i] = basis.Project(states);
        }

        return at;
    }
}

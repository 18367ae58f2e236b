using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation;

/// <summary>A truth that a model makes, observations drawn from it, and a cycle that must find it again.</summary>
public sealed record TwinExperiment
{
    /// <summary>Makes the truth.</summary>
    public required IModel Truth { get; init; }

    /// <summary>What is observed at the times 0, 1, …, and how well.</summary>
    public required Func<int, Observations> Observed { get; init; }

    /// <summary>Steps of the truth from one observation time to the next.</summary>
    public required int StepsBetween { get; init; }

    /// <summary>Number of observation times.</summary>
    public required int Cycles { get; init; }

    /// <summary>First observation times that no diagnostic is shown.</summary>
    public required int BurnIn { get; init; }

    /// <summary>Watches the forecasts.</summary>
    public IReadOnlyList<IDiagnostic> Forecast { get; init; } = [];

    /// <summary>Watches the analyses.</summary>
    public IReadOnlyList<IDiagnostic> Analysis { get; init; } = [];

    /// <summary>Watches the smoothed ensembles, each against the truth of its own time.</summary>
    public IReadOnlyList<IDiagnostic> Smoothed { get; init; } = [];

    /// <summary>Watches the innovations.</summary>
    public Consistency? Consistency { get; init; }

    /// <summary>Runs the cycle to the last observation time.</summary>
    /// <param name="truth">True state one interval before the first observations, one row; carried along.</param>
    /// <param name="cycle">Holds the ensemble at the same time.</param>
    /// <param name="random">Streams of the observation errors and of the cycle.</param>
    public void Run(States truth, ICycle cycle, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentNullException.ThrowIfNull(random);
        var (noise, draws) = (random["observations"], random["analysis"]);
        var past = new Queue<double[]>();
        var before = Consistency is null ? null : cycle.Ensemble.Clone();
        for (var time = 0; time < Cycles; time++)
        {
            Truth.Advance(truth, StepsBetween);
            var observations = Observed(time);
            var y = new double[observations.Count];
            observations.Draw(truth[0], y, noise[time]);
            Next(cycle, truth, before, observations, y, draws[time], isWatched: time >= BurnIn);
            Remember(past, truth, cycle, isWatched: time >= BurnIn);
        }
    }

    private void Next(
        ICycle cycle, States truth, States? before, Observations observations, double[] y, RandomSource random,
        bool isWatched)
    {
        cycle.Next(observations, y, random, !isWatched ? null : ensemble =>
        {
            Show(Forecast, ensemble, truth[0]);
            if (before is not null)
            {
                ensemble.Values.CopyTo(before.Values);
            }
        });
        if (isWatched)
        {
            Show(Analysis, cycle.Ensemble, truth[0]);
        }

        if (isWatched && before is not null)
        {
            Consistency!.Add(before, cycle.Ensemble, observations, y);
        }
    }

    private void Remember(Queue<double[]> past, States truth, ICycle cycle, bool isWatched)
    {
        if (Smoothed.Count == 0)
        {
            return;
        }

        past.Enqueue(truth[0].ToArray());
        if (past.Count > cycle.Lag + 1)
        {
            past.Dequeue();
        }

        if (isWatched && past.Count == cycle.Lag + 1 && cycle.Smoothed is { } smoothed)
        {
            Show(Smoothed, smoothed, past.Peek());
        }
    }

    private static void Show(IReadOnlyList<IDiagnostic> diagnostics, States ensemble, ReadOnlySpan<double> truth)
    {
        for (var i = 0; i < diagnostics.Count; i++)
        {
            diagnostics[i].Add(ensemble, truth);
        }
    }
}

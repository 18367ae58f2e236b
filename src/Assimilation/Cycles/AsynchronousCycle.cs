using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation;

/// <summary>
/// A filter that analyses once in so many observation times, and then takes in all that was seen since, each at its
/// own time; between, its states are forecasts.
/// </summary>
/// <remarks><see cref="AsynchronousFilter"/> does the analyses; the forecasts between are runs of their own.</remarks>
public sealed class AsynchronousCycle : ICycle
{
    private readonly IModel model;
    private readonly int stepsBetween;
    private readonly int window;
    private readonly AsynchronousFilter filter;
    private readonly List<TimedObservations> seen = [];
    private long time;

    /// <summary>Takes the members one interval before the first observations, in rows.</summary>
    /// <param name="model">Carries the members forward.</param>
    /// <param name="analysis">Takes the observations in; one that does not localise.</param>
    /// <param name="stepsBetween">Steps of the model from one observation time to the next.</param>
    /// <param name="window">Observation times to an analysis.</param>
    /// <param name="ensemble">The members; kept.</param>
    public AsynchronousCycle(IModel model, IAnalysis analysis, int stepsBetween, int window, States ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        (this.model, this.stepsBetween, this.window) = (model, stepsBetween, window);
        (Ensemble, filter) = (ensemble, new AsynchronousFilter(model, analysis, ensemble.Clone(), 0));
    }

    /// <inheritdoc/>
    public States Ensemble { get; }

    /// <inheritdoc/>
    public int Lag => 0;

    /// <inheritdoc/>
    public States? Smoothed => Ensemble;

    /// <inheritdoc/>
    public void Next(Observations observations, ReadOnlySpan<double> y, RandomSource random, Action<States>? forecast)
    {
        model.Advance(Ensemble, stepsBetween);
        forecast?.Invoke(Ensemble);
        time += stepsBetween;
        seen.Add(new TimedObservations(time * model.TimeStep, observations, y.ToArray()));
        if (seen.Count == window)
        {
            filter.Assimilate(seen[^1].Time, seen, random);
            filter.Ensemble.Values.CopyTo(Ensemble.Values);
            seen.Clear();
        }
    }
}

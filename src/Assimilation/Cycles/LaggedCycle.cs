using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation;

/// <summary>The ensemble Kalman smoother: every analysis also updates the ensembles of the times just past.</summary>
/// <remarks>
/// Evensen and van Leeuwen (2000), doi:10.1175/1520-0493(2000)128&lt;1852:AEKSFN&gt;2.0.CO;2. The members of the last
/// times are joined to one long state, of which the newest part is observed; any analysis then smooths.
/// </remarks>
public sealed class LaggedCycle : ICycle
{
    private readonly IModel model;
    private readonly IAnalysis analysis;
    private readonly int stepsBetween;
    private readonly Queue<States> past = new();

    /// <summary>Takes the members at the start, one interval before the first observations.</summary>
    public LaggedCycle(IModel model, IAnalysis analysis, int stepsBetween, int lag, States ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentOutOfRangeException.ThrowIfNegative(lag);
        (this.model, this.analysis, this.stepsBetween, Lag) = (model, analysis, stepsBetween, lag);
        Ensemble = ensemble;
    }

    /// <inheritdoc/>
    public States Ensemble { get; }

    /// <inheritdoc/>
    public int Lag { get; }

    /// <inheritdoc/>
    public States? Smoothed => past.Count > Lag ? past.Peek() : null;

    /// <inheritdoc/>
    public void Next(Observations observations, ReadOnlySpan<double> y, RandomSource random, Action<States>? forecast)
    {
        ArgumentNullException.ThrowIfNull(observations);
        model.Advance(Ensemble, stepsBetween);
        forecast?.Invoke(Ensemble);
        if (past.Count > Lag)
        {
            past.Dequeue();
        }

        past.Enqueue(Ensemble.Clone());
        var joined = Join();
        var size = Ensemble.Size;
        var newest = new ObservedFunction(joined.Size, observations.Count, (state, observed) =>
            observations.Operator.Apply(state[^size..], observed));
        analysis.Update(joined, observations with { Operator = newest }, y, random);
        Split(joined);
    }

    private States Join()
    {
        var size = Ensemble.Size;
        var joined = new States(Ensemble.Count, past.Count * size);
        foreach (var (time, states) in past.Index())
        {
            for (var m = 0; m < joined.Count; m++)
            {
                states[m].CopyTo(joined[m][(time * size)..]);
            }
        }

        return joined;
    }

    private void Split(States joined)
    {
        var size = Ensemble.Size;
        foreach (var (time, states) in past.Index())
        {
            for (var m = 0; m < joined.Count; m++)
            {
                joined[m].Slice(time * size, size).CopyTo(states[m]);
            }
        }

        past.Last().Values.CopyTo(Ensemble.Values);
    }
}

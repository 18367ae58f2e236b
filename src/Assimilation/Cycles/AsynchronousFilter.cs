using System.Globalization;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation;

/// <summary>
/// A filter over observations with times of their own: each analysis takes in all those of the window before it.
/// </summary>
/// <remarks>
/// The members are observed at the observations' times on the way to the analysis, and its update uses those values
/// (Sakov, Evensen and Bertino, 2010, doi:10.1111/j.1600-0870.2009.00417.x): the members at all these times are joined
/// to one long state, of which each part is seen at its own time. Of a linear model it is the filter that stops at
/// each.
/// </remarks>
public sealed class AsynchronousFilter
{
    private readonly IModel model;
    private readonly IAnalysis analysis;
    private long step;

    /// <summary>Takes the members at a time.</summary>
    /// <param name="model">Carries the members forward.</param>
    /// <param name="analysis">Takes the observations in; with more than one time in a window, one that does not
    /// localise.</param>
    /// <param name="ensemble">Members in rows; changed in place.</param>
    /// <param name="time">Their time.</param>
    public AsynchronousFilter(IModel model, IAnalysis analysis, States ensemble, double time)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(ensemble);
        (this.model, this.analysis, Ensemble, Start) = (model, analysis, ensemble, time);
    }

    /// <summary>The analysis at <see cref="Time"/>, members in rows.</summary>
    public States Ensemble { get; }

    /// <summary>Time of the members at first.</summary>
    public double Start { get; }

    /// <summary>Time of the members now.</summary>
    public double Time => Start + (step * model.TimeStep);

    /// <summary>Moves on to a time and takes in what was observed since.</summary>
    /// <param name="until">The time of the analysis: a whole number of steps from the start.</param>
    /// <param name="window">Observations in order of time, after <see cref="Time"/> and up to
    /// <paramref name="until"/>.</param>
    /// <param name="random">The stream of this window.</param>
    /// <exception cref="ArgumentException">A time is no whole number of steps from the start, or out of
    /// order.</exception>
    public void Assimilate(double until, IReadOnlyList<TimedObservations> window, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(window);
        var seen = new List<(States At, TimedObservations What)>();
        foreach (var observed in window)
        {
            Advance(observed.Time);
            seen.Add((Ensemble.Clone(), observed));
        }

        Advance(until);
        if (seen.Count == 0)
        {
            return;
        }

        if (seen is [var (at, only)] && only.Time == until)
        {
            analysis.Update(Ensemble, only.Observations, only.Y, random);
            return;
        }

        var joined = Join(seen);
        analysis.Update(joined, Together(seen), [.. window.SelectMany(observed => observed.Y)], random);
        for (var m = 0; m < joined.Count; m++)
        {
            joined[m][..Ensemble.Size].CopyTo(Ensemble[m]);
        }
    }

    private void Advance(double time)
    {
        var target = Math.Round((time - Start) / model.TimeStep);
        if (target < step || Math.Abs(Start + (target * model.TimeStep) - time) > 1e-6 * model.TimeStep)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"The members are at {Time} and move in steps of {model.TimeStep}; they cannot be observed at {time}."), nameof(time));
        }

        model.Advance(Ensemble, (int)(target - step));
        step = (long)target;
    }

    // The newest members first, then those at each time that was observed.
    private States Join(List<(States At, TimedObservations What)> seen)
    {
        var size = Ensemble.Size;
        var joined = new States(Ensemble.Count, (seen.Count + 1) * size);
        for (var m = 0; m < joined.Count; m++)
        {
            Ensemble[m].CopyTo(joined[m]);
            for (var k = 0; k < seen.Count; k++)
            {
                seen[k].At[m].CopyTo(joined[m][((k + 1) * size)..]);
            }
        }

        return joined;
    }

    private Observations Together(List<(States At, TimedObservations What)> seen)
    {
        var (size, parts) = (Ensemble.Size, seen.Select(each => each.What.Observations).ToArray());
        return new Observations(
            new ObservedFunction((parts.Length + 1) * size, parts.Sum(part => part.Count), (state, observed) =>
            {
                var first = 0;
                for (var k = 0; k < parts.Length; k++)
                {
                    parts[k].Operator.Apply(state.Slice((k + 1) * size, size), observed.Slice(first, parts[k].Count));
                    first += parts[k].Count;
                }
            }),
            new JoinedErrors([.. parts.Select(part => part.Errors)]));
    }
}

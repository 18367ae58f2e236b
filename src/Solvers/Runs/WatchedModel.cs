using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>
/// A model whose states are looked at now and then: one run, every call goes on where the last ended.
/// </summary>
/// <remarks>
/// The calls are carried out as they come, so that watching changes no bit; a look follows the call that brings the
/// steps since the last one to <see cref="StepsBetweenLooks"/>. A <see cref="Run"/> also keeps what it needs to be
/// saved.
/// </remarks>
/// <param name="model">Carries the states.</param>
/// <param name="watches">Who looks.</param>
public sealed class WatchedModel(IModel model, IReadOnlyList<IWatch> watches) : IModel
{
    private long steps;
    private long looked = -1;

    /// <summary>Steps between two looks, at least. A look costs some tens of steps.</summary>
    public int StepsBetweenLooks { get; init; } = 2000;

    /// <inheritdoc/>
    public Grid Grid => model.Grid;

    /// <inheritdoc/>
    public double TimeStep => model.TimeStep;

    /// <summary>Time since the beginning, in the model's units.</summary>
    public double Time => steps * TimeStep;

    /// <inheritdoc/>
    /// <exception cref="BlowUpException">The model or a watch stopped the run; the time is that since the
    /// beginning.</exception>
    public void Advance(States states, int steps = 1)
    {
        if (looked < 0)
        {
            Look(states);
        }

        try
        {
            model.Advance(states, steps);
        }
        catch (BlowUpException failure)
        {
            throw failure.After(Time);
        }

        this.steps += steps;
        if (this.steps - looked >= StepsBetweenLooks)
        {
            Look(states);
        }
    }

    /// <summary>A look beside the others: at the last states of a run.</summary>
    /// <exception cref="BlowUpException">A watch stopped the run.</exception>
    public void Look(States states)
    {
        ArgumentNullException.ThrowIfNull(states);
        looked = steps;
        for (var row = 0; row < states.Count; row++)
        {
            foreach (var watch in watches)
            {
                watch.Look(row, Time, states[row]);
            }
        }
    }
}

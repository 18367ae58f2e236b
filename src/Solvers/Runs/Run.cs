using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>A run that is watched on its way, and that can be saved and gone on with to the bit.</summary>
/// <remarks>
/// All that the future depends on is <see cref="States"/>, <see cref="Earlier"/>, which a multistep scheme starts from,
/// and the number of <see cref="Steps"/>, which chooses the draws of a stochastic forcing: a run made anew from
/// <see cref="Saved"/> gives the bits of the run that was not cut, provided both advance by the same numbers of steps.
/// </remarks>
public sealed class Run
{
    private readonly IModel model;
    private States[] earlier;

    /// <summary>A run from its beginning.</summary>
    /// <param name="model">What carries the states.</param>
    /// <param name="states">The initial states; carried forward in place.</param>
    public Run(IModel model, States states)
        : this(model, new SavedRun(states, [], 0))
    {
    }

    /// <summary>A run that goes on from where another was saved.</summary>
    public Run(IModel model, SavedRun saved)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(saved);
        this.model = model;
        (States, earlier, Steps) = (saved.States, [.. saved.Earlier], saved.Steps);
    }

    /// <summary>The states, one a member.</summary>
    public States States { get; }

    /// <summary>The states one step before, two steps before, …, once a multistep scheme has taken as many.</summary>
    public IReadOnlyList<States> Earlier => earlier;

    /// <summary>Steps taken since the beginning.</summary>
    public long Steps { get; private set; }

    /// <summary>Time since the beginning, in the model's units.</summary>
    public double Time => Steps * model.TimeStep;

    /// <summary>Who looks at the states.</summary>
    public IReadOnlyList<IWatch> Watches { get; init; } = [];

    /// <summary>
    /// Steps between two looks; every <see cref="Advance"/> ends with one too. A look costs some tens of steps.
    /// </summary>
    public int StepsBetweenLooks { get; init; } = 2000;

    /// <summary>What is added after every step, or nothing; for one-step schemes.</summary>
    public IKick? Kick { get; init; }

    /// <summary>A copy of all that is needed to go on.</summary>
    public SavedRun Saved() => new(States.Clone(), [.. earlier.Select(states => states.Clone())], Steps);

    /// <summary>Goes on by a number of steps.</summary>
    /// <exception cref="BlowUpException">The model or a watch stopped the run; the time is that of the whole
    /// run.</exception>
    public void Advance(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        if (Steps == 0)
        {
            Look();
        }

        for (var left = steps; left > 0;)
        {
            // Looks fall on multiples of their distance from the beginning, so that a cut run has the same ones.
            var stride = (int)Math.Min(left, StepsBetweenLooks - (Steps % StepsBetweenLooks));
            Go(stride);
            left -= stride;
            Look();
        }
    }

    private void Look()
    {
        for (var row = 0; row < States.Count; row++)
        {
            foreach (var watch in Watches)
            {
                watch.Look(row, Time, States[row]);
            }
        }
    }

    private void Go(int steps)
    {
        try
        {
            if (Kick is not null)
            {
                GoKicked(steps, Kick);
            }
            else
            {
                Step(steps);
                Steps += steps;
            }
        }
        catch (BlowUpException failure)
        {
            throw failure.After(Time);
        }
    }

    private void GoKicked(int steps, IKick kick)
    {
        if (model is IEquationModel { Memory: > 0 })
        {
            throw new NotSupportedException(
                "What is added between steps breaks the history of a multistep scheme; "
                + $"take a one-step scheme, such as {nameof(Krogstad)}.");
        }

        for (var step = 0; step < steps; step++)
        {
            model.Advance(States, 1);
            kick.Add(States, Steps, model.TimeStep);
            Steps++;
        }
    }

    // A scheme starts its own history once; from then on it goes on from what was kept.
    private void Step(int steps)
    {
        if (model is not IEquationModel { Memory: > 0 } multistep)
        {
            model.Advance(States, steps);
            return;
        }

        for (; steps > 0 && earlier.Length < multistep.Memory; steps--)
        {
            earlier = [States.Clone(), .. earlier];
            // From the first state each time, as a run in one piece begins.
            var started = earlier[^1].Clone();
            model.Advance(started, earlier.Length);
            started.Values.CopyTo(States.Values);
        }

        if (steps > 0)
        {
            multistep.Advance(States, earlier, steps);
        }
    }
}

using System.Globalization;
using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>A model whose one step of fixed length is made of shorter ones, as many as a control asks for.</summary>
/// <remarks>
/// The lengths are the whole interval halved again and again, so that every interval ends on time and the weights of a
/// scheme are computed once a length. Every row has its own lengths; a call starts from the longest.
/// One-step schemes only make sense here: others begin anew with every step.
/// </remarks>
public sealed class AdaptiveModel : IModel
{
    private readonly IStepControl control;
    private readonly Lazy<IModel>[] levels;

    /// <summary>A model of intervals of length <paramref name="interval"/>.</summary>
    /// <param name="solver">Makes the model of a given step; its order and equation do not depend on the step.</param>
    /// <param name="control">Accepts or refuses steps.</param>
    /// <param name="interval">Length of the longest step: what one step of this model is.</param>
    /// <param name="halvings">How often the interval may be halved, 1 to 30.</param>
    public AdaptiveModel(Func<double, IModel> solver, IStepControl control, double interval, int halvings)
    {
        ArgumentNullException.ThrowIfNull(solver);
        ArgumentNullException.ThrowIfNull(control);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(interval);
        ArgumentOutOfRangeException.ThrowIfLessThan(halvings, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(halvings, 30);
        this.control = control;
        TimeStep = interval;
        levels = [.. Enumerable.Range(0, halvings + 2).Select(
            level => new Lazy<IModel>(() => solver(interval / (1 << level))))];
    }

    /// <inheritdoc/>
    public Grid Grid => levels[0].Value.Grid;

    /// <inheritdoc/>
    public double TimeStep { get; }

    // The last level only halves the shortest step that may be taken.
    private int Shortest => levels.Length - 2;

    /// <inheritdoc/>
    /// <exception cref="BlowUpException">The control refused even the shortest step; the time is counted from this
    /// call.</exception>
    public void Advance(States states, int steps = 1)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        Rows.ForEach(states.Count, (long)steps * states.Size, row => Run(states, row, steps), (row, step) => new BlowUpException(
            row, step * TimeStep, "needs a shorter step than may be taken", string.Create(
                CultureInfo.InvariantCulture,
                $"allow more halvings than {Shortest} of {TimeStep}, or a larger tolerance")));
    }

    private int Run(States states, int row, int steps)
    {
        var state = states.Slice(row, 1);
        var level = 0;
        for (var step = 0; step < steps; step++)
        {
            if (!TryInterval(state, ref level))
            {
                return step + 1;
            }
        }

        state[0].CopyTo(states[row]);
        return 0;
    }

    // Time runs in units of the shortest step; a step of a level begins at a multiple of its length.
    private bool TryInterval(States state, ref int level)
    {
        var end = 1 << Shortest;
        for (var time = 0; time < end;)
        {
            var length = end >> level;
            if (!control.TryStep(levels[level].Value, levels[level + 1].Value, state, out var mayGrow))
            {
                if (level++ == Shortest)
                {
                    return false;
                }

                continue;
            }

            time += length;
            if (mayGrow && level > 0 && time % (2 * length) == 0)
            {
                level--;
            }
        }

        return true;
    }
}

using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation;

/// <summary>
/// A model with unknown parameters, which are carried unchanged behind the state so that a filter estimates both.
/// </summary>
/// <remarks>
/// State augmentation (Jazwinski, 1970, section 8.4; Anderson, 2001,
/// doi:10.1175/1520-0493(2001)129&lt;2884:AEAKFF&gt;2.0.CO;2). A row is the state followed by its own parameters.
/// Observe it through <see cref="ObservedBeginning"/>.
/// </remarks>
/// <param name="with">The model with given parameters; called once for each row and advance.</param>
/// <param name="parameters">Number of parameters.</param>
/// <param name="first">Parameters to read grid and step off, shape [parameters].</param>
public sealed class ParameterModel(Func<double[], IModel> with, int parameters, double[] first) : IModel
{
    /// <inheritdoc/>
    /// <remarks>Of the state without the parameters.</remarks>
    public Grid Grid { get; } = with(first).Grid;

    /// <inheritdoc/>
    public double TimeStep { get; } = with(first).TimeStep;

    /// <inheritdoc/>
    public void Advance(States states, int steps = 1)
    {
        ArgumentNullException.ThrowIfNull(states);
        var size = states.Size - parameters;
        Workers.For(states.Count, row =>
        {
            var state = States.Of(states[row][..size]);
            with(states[row][size..].ToArray()).Advance(state, steps);
            state[0].CopyTo(states[row]);
        });
    }
}

using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>
/// Whatever carries states forward: a solver, a corrected solver, a trained network, an external program.
/// </summary>
public interface IModel
{
    /// <summary>The box that the fields live on.</summary>
    Grid Grid { get; }

    /// <summary>Length of one step, in the model's unit of time.</summary>
    double TimeStep { get; }

    /// <summary>
    /// Carries every row of <paramref name="states"/> forward by <paramref name="steps"/> steps, in place.
    /// </summary>
    /// <remarks>
    /// A row's result depends on that row alone, and on neither the batch it came in nor the number of threads.
    /// </remarks>
    void Advance(States states, int steps = 1);
}

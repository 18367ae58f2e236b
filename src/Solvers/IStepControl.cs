using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>Decides whether a step is short enough, and takes it if so.</summary>
public interface IStepControl
{
    /// <summary>Takes one step of <paramref name="model"/>, or leaves the state because the step is too long.</summary>
    /// <param name="model">Takes the step to be judged.</param>
    /// <param name="halved">The same model with half the step.</param>
    /// <param name="state">One row, carried forward in place if the step is accepted.</param>
    /// <param name="mayGrow">Whether a step twice as long may be tried next.</param>
    /// <returns>Whether the step was taken.</returns>
    bool TryStep(IModel model, IModel halved, States state, out bool mayGrow);
}

using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>What is added to states between steps: a stochastic forcing.</summary>
public interface IKick
{
    /// <summary>Adds to every row what belongs to one step.</summary>
    /// <param name="states">The states, in place.</param>
    /// <param name="step">Number of the step since the beginning of the run, from 0.</param>
    /// <param name="timeStep">Its length.</param>
    void Add(States states, long step, double timeStep);
}

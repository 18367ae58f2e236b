using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery.Tests.Loop;

/// <summary>A model of which nothing is known but that it steps.</summary>
internal sealed class Hidden(IModel inner) : IModel
{
    public Grid Grid => inner.Grid;

    public double TimeStep => inner.TimeStep;

    public void Advance(States states, int steps = 1) => inner.Advance(states, steps);
}

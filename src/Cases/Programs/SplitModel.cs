using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases.Programs;

/// <summary>A model that nobody can look into, with terms added: half a step of the terms, a step of the model, half a step of the terms.</summary>
/// <remarks>Second order in the step: Strang (1968), doi:10.1137/0705041.</remarks>
internal sealed class SplitModel(IModel inner, IEnumerable<WeightedTerm> terms) : IModel
{
    private readonly SpectralModel half = new(
        Equation.Parse(inner.Grid, "u_t = 0").Plus(terms), new Etdrk4(inner.TimeStep / 2));

    public Grid Grid => inner.Grid;

    public double TimeStep => inner.TimeStep;

    public void Advance(States states, int steps = 1)
    {
        for (var step = 0; step < steps; step++)
        {
            half.Advance(states);
            inner.Advance(states);
            half.Advance(states);
        }
    }
}

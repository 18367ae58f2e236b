using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation.Tests;

/// <summary>x ← a x and a share of its left neighbour: a linear model whose powers are easily written.</summary>
internal sealed class LinearModel(int size) : ITangentModel
{
    public Grid Grid { get; } = Grid.Line(size, size);

    public double TimeStep => 1;

    public void Advance(States states, int steps = 1)
    {
        for (var row = 0; row < states.Count; row++)
        {
            for (var step = 0; step < steps; step++)
            {
                var state = states[row];
                var old = state.ToArray();
                for (var i = 0; i < size; i++)
                {
                    state[i] = (0.9 * old[i]) + (0.4 * old[(i + size - 1) % size]);
                }
            }
        }
    }

    public ILinearisation Linearise(ReadOnlySpan<double> state, int steps)
    {
        var final = States.Of(state);
        Advance(final, steps);
        return new Linearisation(this, final[0].ToArray(), steps);
    }

    private sealed class Linearisation(LinearModel model, double[] final, int steps) : ILinearisation
    {
        public ReadOnlySpan<double> Final => final;

        public void Tangent(States perturbations) => model.Advance(perturbations, steps);

        public void Adjoint(States sensitivities)
        {
            var size = final.Length;
            for (var row = 0; row < sensitivities.Count; row++)
            {
                for (var step = 0; step < steps; step++)
                {
                    var old = sensitivities[row].ToArray();
                    for (var i = 0; i < size; i++)
                    {
                        sensitivities[row][i] = (0.9 * old[i]) + (0.4 * old[(i + 1) % size]);
                    }
                }
            }
        }
    }
}

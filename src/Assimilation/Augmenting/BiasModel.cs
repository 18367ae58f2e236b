using System.Numerics.Tensors;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation;

/// <summary>
/// A model whose error is a constant tendency in given patterns, its amplitudes carried behind the state.
/// </summary>
/// <remarks>
/// x ← M(x) + Δt Σ bₖ φₖ after every step, b unchanged: the model error is estimated together with the state (Dee and
/// da Silva, 1998, doi:10.1002/qj.49712454512; Zupanski and Zupanski, 2006, doi:10.1175/MWR3125.1). Observe it through
/// <see cref="ObservedBeginning"/>.
/// </remarks>
/// <param name="inner">M.</param>
/// <param name="patterns">φ, one a row, shape [amplitudes, state size].</param>
public sealed class BiasModel(IModel inner, States patterns) : IModel
{
    /// <inheritdoc/>
    /// <remarks>Of the state without the amplitudes.</remarks>
    public Grid Grid => inner.Grid;

    /// <inheritdoc/>
    public double TimeStep => inner.TimeStep;

    /// <inheritdoc/>
    public void Advance(States states, int steps = 1)
    {
        ArgumentNullException.ThrowIfNull(states);
        var size = patterns.Size;
        var bare = new States(states.Count, size);
        for (var row = 0; row < states.Count; row++)
        {
            states[row][..size].CopyTo(bare[row]);
        }

        for (var step = 0; step < steps; step++)
        {
            inner.Advance(bare);
            for (var row = 0; row < states.Count; row++)
            {
                for (var k = 0; k < patterns.Count; k++)
                {
                    TensorPrimitives.MultiplyAdd(patterns[k], TimeStep * states[row][size + k], bare[row], bare[row]);
                }
            }
        }

        for (var row = 0; row < states.Count; row++)
        {
            bare[row].CopyTo(states[row]);
        }
    }
}

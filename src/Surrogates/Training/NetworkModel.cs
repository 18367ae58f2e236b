using Sci.Numerics;
using Sci.Solvers;
using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>A trained network as a model: what it gives for a state is the state one step later.</summary>
/// <remarks>
/// Rows go through one by one, so that a row's bits depend on that row alone; several threads take several rows.
/// </remarks>
public sealed class NetworkModel : IModel
{
    private readonly nn.Module<Tensor, Tensor> network;
    private readonly int fields;
    private readonly ScalarType type;

    /// <summary>Wraps a network [batch, points …, fields] to the same shape; it is not changed.</summary>
    /// <param name="network">The network, with its standardisers.</param>
    /// <param name="grid">The box of its fields.</param>
    /// <param name="timeStep">Time from input to output, in the unit of the data it was trained on.</param>
    /// <param name="fields">Number of fields of a state, one after the other in a row.</param>
    public NetworkModel(nn.Module<Tensor, Tensor> network, Grid grid, double timeStep, int fields = 1)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(grid);
        (this.network, Grid, TimeStep, this.fields) = (network, grid, timeStep, fields);
        type = network.parameters().First().dtype;
    }

    /// <inheritdoc/>
    public Grid Grid { get; }

    /// <inheritdoc/>
    public double TimeStep { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The states are not of this grid.</exception>
    public void Advance(States states, int steps = 1)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        if (states.Size != fields * Grid.Points)
        {
            throw new ArgumentException(
                $"A state of this network has {fields * Grid.Points} values ({fields} fields of {Grid.Points} points), "
                + $"not {states.Size}.",
                nameof(states));
        }

        Workers.For(states.Count, row => Advance(states, row, steps));
    }

    private void Advance(States states, int row, int steps)
    {
        using var recording = no_grad();
        using var scope = NewDisposeScope();
        long[] points = [.. Grid.Axes.Select(axis => (long)axis.Points)];
        var last = Grid.Dimensions + 1;
        var state = tensor(states[row].ToArray(), [1, fields, .. points], type);
        // Fields come first in a row and last in a network.
        long[] there = [0, .. Enumerable.Range(2, Grid.Dimensions).Select(axis => (long)axis), 1];
        long[] back = [0, last, .. Enumerable.Range(1, Grid.Dimensions).Select(axis => (long)axis)];
        state = state.permute(there);
        for (var step = 0; step < steps; step++)
        {
            using var inner = NewDisposeScope();
            state = inner.MoveToOuter(network.call(state));
        }

        using var values = state.permute(back).contiguous().to(float64);
        values.data<double>().CopyTo(states[row]);
    }
}

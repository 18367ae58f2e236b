using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Sci.Surrogates.Tests;

/// <summary>
/// A network of tanh layers and the loss of an equation of one field on a line, in libtorch's own operations: every
/// derivative by reverse mode over the graph of the one before, as DeepXDE and PhysicsNeMo do it.
/// </summary>
internal sealed class StockPinn
{
    private readonly Parameter[] weights;
    private readonly Parameter[] biases;
    private readonly Tensor points;
    private readonly Tensor start;
    private readonly Tensor initial;

    /// <param name="sizes">Units of the layers, coordinates and output included.</param>
    /// <param name="parameters">Weights [outputs, inputs] and biases, layer by layer.</param>
    /// <param name="points">Points of the equation: coordinates x, t in the network's units.</param>
    /// <param name="start">Points of the initial state.</param>
    /// <param name="initial">The initial state there.</param>
    /// <param name="type">Precision.</param>
    public StockPinn(
        int[] sizes, ReadOnlySpan<double> parameters, double[] points, double[] start, double[] initial,
        ScalarType type)
    {
        (weights, biases) = (new Parameter[sizes.Length - 1], new Parameter[sizes.Length - 1]);
        for (var layer = 0; layer < weights.Length; layer++)
        {
            var count = sizes[layer] * sizes[layer + 1];
            weights[layer] = nn.Parameter(
                tensor(parameters[..count].ToArray(), [sizes[layer + 1], sizes[layer]], type));
            biases[layer] = nn.Parameter(tensor(parameters.Slice(count, sizes[layer + 1]).ToArray(), type));
            parameters = parameters[(count + sizes[layer + 1])..];
        }

        this.points = tensor(points, [points.Length / 2, 2], type).requires_grad_();
        this.start = tensor(start, [start.Length / 2, 2], type);
        this.initial = tensor(initial, [initial.Length, 1], type);
    }

    /// <summary>Weights and biases, layer by layer.</summary>
    public Parameter[] Parameters => [.. weights.Zip(biases).SelectMany(pair => new[] { pair.First, pair.Second })];

    /// <summary>Mean squared residual of the equation plus that of the initial state.</summary>
    /// <param name="order">Derivatives in x that the equation needs.</param>
    /// <param name="residual">
    /// What should vanish, from u, u_x, u_xx, … and then u_t, all in the network's coordinates.
    /// </param>
    public Tensor Loss(int order, Func<Tensor[], Tensor> residual)
    {
        var u = Value(points);
        var first = Gradient(u);
        var derivatives = new List<Tensor> { u.select(1, 0), first.select(1, 0) };
        while (derivatives.Count <= order)
        {
            derivatives.Add(Gradient(derivatives[^1]).select(1, 0));
        }

        derivatives.Add(first.select(1, 1));
        return residual([.. derivatives]).square().mean() + (Value(start) - initial).square().mean();
    }

    private Tensor Gradient(Tensor of) => autograd.grad([of.sum()], [points], create_graph: true)[0];

    private Tensor Value(Tensor at)
    {
        for (var layer = 0; layer < weights.Length; layer++)
        {
            at = nn.functional.linear(at, weights[layer], biases[layer]);
            at = layer < weights.Length - 1 ? at.tanh() : at;
        }

        return at;
    }
}

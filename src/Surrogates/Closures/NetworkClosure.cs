using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>A trained network on a line, [batch, points, 1] to the same shape, as a closure.</summary>
/// <remarks>Lütjens et al. (2022), arXiv:2207.11417: the operator sees all resolved variables at once.</remarks>
public sealed class NetworkClosure : IClosure
{
    private readonly nn.Module<Tensor, Tensor> network;
    private readonly ScalarType type;

    /// <summary>Wraps a network; it is not changed.</summary>
    public NetworkClosure(nn.Module<Tensor, Tensor> network)
    {
        ArgumentNullException.ThrowIfNull(network);
        (this.network, type) = (network, network.parameters().First().dtype);
    }

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<double> resolved, Span<double> rates)
    {
        using var recording = no_grad();
        using var scope = NewDisposeScope();
        var effects = network.call(tensor(resolved.ToArray(), [1, resolved.Length, 1], type)).to(float64).contiguous();
        Vectors.Add<double>(rates, 1, effects.data<double>().ToArray());
    }
}

using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>
/// A network that sees standardised values and gives values as they are; the standardisers are saved with it.
/// </summary>
public sealed class Standardised : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> inner;
    private readonly Standardiser inputs;
    private readonly Standardiser outputs;

    /// <summary>Wraps a network; its parameters stay its own.</summary>
    public Standardised(nn.Module<Tensor, Tensor> inner, Standardiser inputs, Standardiser outputs)
        : base(nameof(Standardised))
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputs);
        (this.inner, this.inputs, this.outputs) = (inner, inputs, outputs);
        register_module(nameof(inner), inner);
        register_buffer("input_mean", inputs.Mean);
        register_buffer("input_deviation", inputs.Deviation);
        register_buffer("output_mean", outputs.Mean);
        register_buffer("output_deviation", outputs.Deviation);
    }

    /// <summary>What is wrapped.</summary>
    public nn.Module<Tensor, Tensor> Inner => inner;

    /// <summary>The same standardisers around another network.</summary>
    public Standardised Around(nn.Module<Tensor, Tensor> network) => new(network, inputs, outputs);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => outputs.Decode(inner.call(inputs.Encode(input)));
}

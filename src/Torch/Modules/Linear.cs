using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>y = x Wᵀ + b over the last dimension; W of shape [out, in].</summary>
public sealed class Linear : nn.Module<Tensor, Tensor>
{
    internal Linear(long inputs, long outputs, bool hasBias, Device? device, ScalarType? dtype)
        : base(nameof(Linear))
    {
        weight = nn.Parameter(empty([outputs, inputs], dtype, device));
        bias = hasBias ? nn.Parameter(empty([outputs], dtype, device)) : null;
        nn.init.uniform_fan(weight, bias, inputs);
        register_parameter(nameof(weight), weight);
        register_parameter(nameof(bias), bias);
    }

    public Parameter weight { get; }

    public Parameter? bias { get; }

    public long in_features => weight.shape[1];

    public long out_features => weight.shape[0];

    public override Tensor forward(Tensor input) => nn.functional.linear(input, weight, bias);
}

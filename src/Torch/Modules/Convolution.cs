using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A convolution over the dimensions after batch and channels, of one or two dimensions.</summary>
public sealed class Convolution : nn.Module<Tensor, Tensor>
{
    private readonly PaddingModes mode;
    private readonly long stride;
    private readonly long padding;
    private readonly long dilation;
    private readonly long groups;
    private readonly int dimensions;

    internal Convolution(
        int dimensions,
        long inputs,
        long outputs,
        long kernel,
        long stride,
        long padding,
        long dilation,
        PaddingModes mode,
        long groups,
        bool hasBias)
        : base($"Conv{dimensions}d")
    {
        (this.dimensions, this.mode, this.stride) = (dimensions, mode, stride);
        (this.padding, this.dilation, this.groups) = (padding, dilation, groups);
        weight = nn.Parameter(empty([outputs, inputs / groups, .. Each(kernel)]));
        bias = hasBias ? nn.Parameter(empty([outputs])) : null;
        nn.init.uniform_fan(weight, bias, weight.NumberOfElements / outputs);
        register_parameter(nameof(weight), weight);
        register_parameter(nameof(bias), bias);
    }

    public Parameter weight { get; }

    public Parameter? bias { get; }

    public override Tensor forward(Tensor input)
    {
        var within = mode == PaddingModes.Zeros ? padding : 0;
        var padded = within == padding ? input : nn.functional.pad(
            input, [.. Enumerable.Repeat(padding, 2 * dimensions)], mode);
        return Operator.One(
            $"conv{dimensions}d", padded, weight, bias, Each(stride), Each(within), Each(dilation), groups);
    }

    private long[] Each(long value) => [.. Enumerable.Repeat(value, dimensions)];
}

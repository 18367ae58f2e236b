using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>A Fourier layer before its activation, for fields of shape [points …, batch, channels].</summary>
internal sealed class FourierLayer : nn.Module<Tensor, ISpectrum, Tensor>
{
    private readonly Parameter modes;
    private readonly Parameter weight;
    private readonly Parameter bias;

    /// <summary>Modes start uniform in [0, 1/C²], the rest as a 1 × 1 convolution does.</summary>
    public FourierLayer(long width, long modeCount)
        : base(nameof(FourierLayer))
    {
        modes = nn.Parameter(rand([modeCount, width, 2 * width]) / (width * width));
        var bound = 1 / Math.Sqrt(width);
        weight = nn.Parameter(empty([width, width]).uniform_(-bound, bound));
        bias = nn.Parameter(empty([width]).uniform_(-bound, bound));
        register_parameter(nameof(modes), modes);
        register_parameter(nameof(weight), weight);
        register_parameter(nameof(bias), bias);
    }

    public override Tensor forward(Tensor input1, ISpectrum input2) =>
        SpectralMap.apply(input1, modes, weight, bias, input2);
}

using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>Fields as a network of the position: [points, 2] in [-π, π]² to [points, fields].</summary>
/// <remarks>
/// tanh throughout, linear at the end; in front γ(v) = [cos 2πBv, sin 2πBv], B normal and not trained (Tancik et al.,
/// 2020, arXiv:2006.10739), as in Mojgani et al. (2024), doi:10.1029/2023MS004033. Without γ such networks learn long
/// waves first and short ones hardly ever.
/// </remarks>
public sealed class PositionNetwork : nn.Module<Tensor, Tensor>
{
    private readonly Sequential layers;
    private readonly Tensor? frequencies;

    /// <summary>A network with parameters after Glorot, normal, from libtorch's generator.</summary>
    public PositionNetwork(PositionNetworkSettings settings)
        : base(nameof(PositionNetwork))
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Waves > 0)
        {
            frequencies = randn(2, settings.Waves) * (2 * Math.PI * settings.Frequency);
            register_buffer(nameof(frequencies), frequencies);
        }

        layers = Layers(settings);
        register_module(nameof(layers), layers);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (frequencies is null)
        {
            return layers.call(input);
        }

        var phases = input.matmul(frequencies);
        return layers.call(cat([phases.cos(), phases.sin()], 1));
    }

    private static Sequential Layers(PositionNetworkSettings settings)
    {
        var parts = new List<nn.Module<Tensor, Tensor>>();
        var inputs = settings.Waves > 0 ? 2 * settings.Waves : 2;
        for (var i = 0; i <= settings.Layers; i++)
        {
            var outputs = i == settings.Layers ? settings.Fields : settings.Width;
            var layer = nn.Linear(i == 0 ? inputs : settings.Width, outputs);
            _ = nn.init.xavier_normal_(layer.weight);
            _ = nn.init.zeros_(layer.bias!);
            parts.Add(layer);
            if (i < settings.Layers)
            {
                parts.Add(nn.Tanh());
            }
        }

        return nn.Sequential([.. parts]);
    }
}

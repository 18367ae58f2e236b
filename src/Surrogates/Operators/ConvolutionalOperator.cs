using System.Globalization;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>
/// A U-Net on a periodic line or box: fields [batch, points …, inputs] to [batch, points …, outputs].
/// </summary>
/// <remarks>
/// Ronneberger, Fischer and Brox (2015), arXiv:1505.04597, with circular padding, GELU, means on the way down and
/// repeated values on the way up; two convolutions of three points a level, and no normalisation.
/// </remarks>
public sealed class ConvolutionalOperator : nn.Module<Tensor, Tensor>
{
    private readonly ConvolutionalOperatorSettings settings;
    private readonly Sequential[] down;
    private readonly Sequential[] up;
    private readonly nn.Module<Tensor, Tensor> last;

    /// <summary>A network with random parameters from libtorch's generator.</summary>
    /// <exception cref="ArgumentException">The dimensions are neither 1 nor 2.</exception>
    public ConvolutionalOperator(ConvolutionalOperatorSettings settings)
        : base(nameof(ConvolutionalOperator))
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Dimensions is not (1 or 2))
        {
            throw new ArgumentException(
                $"Fields are on a line or in a box, not in {settings.Dimensions} dimensions.", nameof(settings));
        }

        this.settings = settings;
        down = [.. Enumerable.Range(0, settings.Levels + 1).Select(level =>
            Block(level == 0 ? settings.Inputs : Channels(level - 1), Channels(level)))];
        up = [.. Enumerable.Range(0, settings.Levels).Select(
            level => Block(Channels(level) + Channels(level + 1), Channels(level)))];
        last = Layer(settings.Width, settings.Outputs, 1);
        Register(nameof(down), down);
        Register(nameof(up), up);
        register_module(nameof(last), last);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var line = settings.Dimensions == 1;
        var v = line ? input.permute(0, 2, 1) : input.permute(0, 3, 1, 2);
        var passed = new Stack<Tensor>();
        for (var level = 0; level < settings.Levels; level++)
        {
            v = down[level].call(v);
            passed.Push(v);
            v = line ? nn.functional.avg_pool1d(v, 2) : nn.functional.avg_pool2d(v, 2);
        }

        v = down[^1].call(v);
        for (var level = settings.Levels - 1; level >= 0; level--)
        {
            v = up[level].call(cat([passed.Pop(), Doubled(v)], 1));
        }

        v = last.call(v);
        v = line ? v.permute(0, 2, 1) : v.permute(0, 2, 3, 1);
        return settings.Residual ? v + input.narrow(-1, 0, settings.Outputs) : v;
    }

    private static Tensor Doubled(Tensor v)
    {
        for (var axis = 2; axis < v.ndim; axis++)
        {
            var shape = v.shape;
            var (twice, result) = (shape.ToList(), shape.ToArray());
            twice.Insert(axis + 1, 2);
            result[axis] *= 2;
            v = v.unsqueeze(axis + 1).expand([.. twice]).reshape(result);
        }

        return v;
    }

    private long Channels(int level) => (long)settings.Width << level;

    private Sequential Block(long inputs, long outputs) =>
        nn.Sequential(Layer(inputs, outputs, 3), nn.GELU(), Layer(outputs, outputs, 3), nn.GELU());

    private Convolution Layer(long inputs, long outputs, long kernel) => settings.Dimensions == 1
        ? nn.Conv1d(inputs, outputs, kernel, padding: kernel / 2, padding_mode: PaddingModes.Circular)
        : nn.Conv2d(inputs, outputs, kernel, padding: kernel / 2, padding_mode: PaddingModes.Circular);

    private void Register(string name, Sequential[] parts)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            register_module(string.Create(CultureInfo.InvariantCulture, $"{name}{i}"), parts[i]);
        }
    }
}

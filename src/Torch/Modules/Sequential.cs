using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Networks one after the other.</summary>
public sealed class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor>[] parts;

    internal Sequential(params nn.Module<Tensor, Tensor>[] modules)
        : base(nameof(Sequential))
    {
        parts = modules;
        for (var i = 0; i < modules.Length; i++)
        {
            register_module(i.ToString(CultureInfo.InvariantCulture), modules[i]);
        }
    }

    public override Tensor forward(Tensor input) => parts.Aggregate(input, (x, part) => part.call(x));
}

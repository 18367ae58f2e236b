using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A function of every element, without parameters.</summary>
public sealed class Activation : nn.Module<Tensor, Tensor>
{
    private readonly Func<Tensor, Tensor> function;

    internal Activation(string name, Func<Tensor, Tensor> function)
        : base(name) => this.function = function;

    public override Tensor forward(Tensor input) => function(input);
}

using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Sci.Bench;

/// <summary>Adam of Kingma and Ba (2015), an operation a line, as libtorch's own optimiser has it.</summary>
/// <param name="parameters">What is trained.</param>
/// <param name="rate">The learning rate.</param>
internal sealed class StockAdam(Parameter[] parameters, double rate)
{
    private readonly Tensor[] m = Array.ConvertAll(parameters, parameter => zeros_like(parameter));
    private readonly Tensor[] v = Array.ConvertAll(parameters, parameter => zeros_like(parameter));
    private int steps;

    public void Step()
    {
        using var recording = no_grad();
        using var scope = NewDisposeScope();
        steps++;
        for (var i = 0; i < parameters.Length; i++)
        {
            var g = parameters[i].grad!;
            _ = m[i].mul_(0.9).add_(g, 0.1);
            _ = v[i].mul_(0.999).addcmul_(g, g, 0.001);
            var root = v[i].sqrt().div_(Math.Sqrt(1 - Math.Pow(0.999, steps))).add_(1e-8);
            _ = parameters[i].addcdiv_(m[i], root, -rate / (1 - Math.Pow(0.9, steps)));
        }
    }
}

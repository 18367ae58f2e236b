using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>
/// x Wᵀ + b over the last dimension, its gradient three products: several times faster for b than a sum over rows.
/// </summary>
internal sealed class AffineMap : autograd.SingleTensorFunction<AffineMap>
{
    public override string Name => nameof(AffineMap);

    /// <summary>The layer's map of contiguous values.</summary>
    public static Tensor Call(Linear layer, Tensor x) => apply(x, layer.weight, layer.bias!);

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var (x, w, b) = ((Tensor)vars[0], (Tensor)vars[1], (Tensor)vars[2]);
        using var scope = NewDisposeScope();
        ctx.save_for_backward([x, w]);
        var y = b.addmm(x.view(-1, w.shape[1]), w.t(), 1, 1);
        return scope.MoveToOuter(y.view([.. x.shape[..^1], w.shape[0]]));
    }

    public override List<Tensor?> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        var saved = ctx.get_saved_variables();
        var (x, w) = (saved[0], saved[1]);
        var g = grad_output.contiguous().view(-1, w.shape[0]);
        var rows = ones([1, g.shape[0]], g.dtype, g.device);
        return [g.mm(w).view(x.shape), g.t().mm(x.view(-1, w.shape[1])), rows.mm(g).view(-1)];
    }
}

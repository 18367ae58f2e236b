using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam, its weight decay part of the gradient; or AdamW, its weight decay apart from it.</summary>
/// <remarks>
/// Kingma and Ba (2015), arXiv:1412.6980, algorithm 1; Loshchilov and Hutter (2019), arXiv:1711.05101, algorithm 2.
/// On the CPU one pass over parameter, gradient and both moments.
/// </remarks>
public sealed class Adam : optim.Optimizer
{
    private readonly double eps;
    private readonly double decay;
    private readonly bool decoupled;

    internal Adam(IEnumerable<Parameter> parameters, double lr, (double, double) betas, double eps, double weight_decay, bool decoupled)
        : base(parameters, lr)
    {
        Group.Betas = betas;
        (this.eps, decay, this.decoupled) = (eps, weight_decay, decoupled);
    }

    private protected override int StateTensors => 2;

    public override Tensor? step(Func<Tensor>? closure = null)
    {
        var loss = closure?.Invoke();
        using var recording = no_grad();
        using var scope = NewDisposeScope();
        Steps++;
        var (beta1, beta2) = Group.Betas!.Value;
        var kernel = new AdamKernel(Group.LearningRate, beta1, beta2, eps, decay, decoupled, Steps);
        for (var i = 0; i < Group.Parameters.Count; i++)
        {
            if (Group.Parameters[i].grad is { } gradient)
            {
                kernel.Step(Group.Parameters[i], gradient, Remembered(i, 0), Remembered(i, 1));
            }
        }

        return loss;
    }
}

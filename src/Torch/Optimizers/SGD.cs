using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Gradient descent with momentum.</summary>
public sealed class SGD : optim.Optimizer
{
    private readonly double momentum;
    private readonly double decay;
    private readonly bool nesterov;

    internal SGD(IEnumerable<Parameter> parameters, double lr, double momentum, double weight_decay, bool nesterov)
        : base(parameters, lr) => (this.momentum, decay, this.nesterov) = (momentum, weight_decay, nesterov);

    private protected override int StateTensors => 1;

    public override Tensor? step(Func<Tensor>? closure = null)
    {
        var loss = closure?.Invoke();
        using var recording = no_grad();
        using var scope = NewDisposeScope();
        Steps++;
        for (var i = 0; i < Group.Parameters.Count; i++)
        {
            if (Group.Parameters[i].grad is { } gradient)
            {
                Step(i, gradient);
            }
        }

        return loss;
    }

    private void Step(int i, Tensor gradient)
    {
        var parameter = Group.Parameters[i];
        gradient = decay == 0 ? gradient : gradient.add(parameter, decay);
        if (momentum != 0)
        {
            var velocity = Remembered(i, 0);
            _ = velocity.mul_(momentum).add_(gradient);
            gradient = nesterov ? gradient.add(velocity, momentum) : velocity;
        }

        _ = parameter.add_(gradient, -Group.LearningRate);
    }
}

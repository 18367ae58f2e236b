using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Limited-memory BFGS with a line search for Wolfe's strong conditions.</summary>
/// <remarks>
/// Nocedal and Wright (2006), Numerical Optimization, algorithms 7.4 and 7.5. A step is up to max_iter iterations, and
/// asks the closure for the loss and its gradients at every trial. The history is not part of the saved state: the
/// first step after a load starts from the steepest descent.
/// </remarks>
public sealed class LBFGS : optim.Optimizer
{
    private readonly long iterations;
    private readonly double flat;
    private readonly double still;
    private readonly long history;
    private readonly List<(Tensor S, Tensor Y, double Rho)> pairs = [];

    internal LBFGS(IEnumerable<Parameter> parameters, double lr, long max_iter, double tolerance_grad, double tolerance_change, long history_size)
        : base(parameters, lr) =>
            (iterations, flat, still, history) = (max_iter, tolerance_grad, tolerance_change, history_size);

    private protected override int StateTensors => 0;

    public override Tensor? step(Func<Tensor>? closure = null)
    {
        ArgumentNullException.ThrowIfNull(closure);
        Steps++;
        using var scope = NewDisposeScope();
        var first = closure();
        var value = first.ToDouble();
        var gradient = Gradient();
        for (var i = 0; i < iterations && gradient.abs().max().ToDouble() > flat; i++)
        {
            using var inner = NewDisposeScope();
            var descended = value;
            var length = Iterate(closure, ref value, ref gradient);
            _ = inner.MoveToOuter(gradient);
            if (length == 0 || length <= still || Math.Abs(value - descended) < still)
            {
                break;
            }
        }

        return scope.MoveToOuter(first);
    }

    // Returns how far the farthest parameter moved.
    private double Iterate(Func<Tensor> closure, ref double value, ref Tensor gradient)
    {
        var direction = Direction(gradient);
        var slope = direction.dot(gradient).ToDouble();
        if (slope >= 0)
        {
            Forget();
            direction = gradient.neg();
            slope = direction.dot(gradient).ToDouble();
        }

        var (from, before, atStart) = (Flat(parameter => parameter.detach()), gradient, value);
        var trial = gradient;
        StrongWolfe.Point At(double step)
        {
            Set(from, direction, step);
            var loss = closure().ToDouble();
            trial = Gradient();
            return new(step, loss, direction.dot(trial).ToDouble());
        }

        var rate = pairs.Count == 0
            ? Math.Min(1, 1 / gradient.abs().sum().ToDouble()) * Group.LearningRate : Group.LearningRate;
        var found = StrongWolfe.Search(At, new(0, atStart, slope), rate);
        if (found.Step == 0)
        {
            Set(from, direction, 0);
            return 0;
        }

        (value, gradient) = (found.Value, trial);
        Remember(direction.mul(found.Step), trial.sub(before));
        return found.Step * direction.abs().max().ToDouble();
    }

    // Algorithm 7.4: the inverse Hessian of the pairs times the gradient, with a minus.
    private Tensor Direction(Tensor gradient)
    {
        var q = gradient.neg();
        var alpha = new double[pairs.Count];
        for (var i = pairs.Count - 1; i >= 0; i--)
        {
            alpha[i] = pairs[i].Rho * pairs[i].S.dot(q).ToDouble();
            _ = q.add_(pairs[i].Y, -alpha[i]);
        }

        if (pairs.Count > 0)
        {
            var (_, y, rho) = pairs[^1];
            _ = q.mul_(1 / (rho * y.dot(y).ToDouble()));
        }

        for (var i = 0; i < pairs.Count; i++)
        {
            _ = q.add_(pairs[i].S, alpha[i] - (pairs[i].Rho * pairs[i].Y.dot(q).ToDouble()));
        }

        return q;
    }

    private void Remember(Tensor s, Tensor y)
    {
        var curvature = s.dot(y).ToDouble();
        if (!(curvature > 1e-10 * y.dot(y).ToDouble()))
        {
            return;
        }

        if (pairs.Count == history)
        {
            pairs[0].S.Dispose();
            pairs[0].Y.Dispose();
            pairs.RemoveAt(0);
        }

        pairs.Add((s.DetachFromDisposeScope(), y.DetachFromDisposeScope(), 1 / curvature));
    }

    private void Forget()
    {
        foreach (var (s, y, _) in pairs)
        {
            s.Dispose();
            y.Dispose();
        }

        pairs.Clear();
    }

    private Tensor Gradient() => Flat(parameter => parameter.grad ?? zeros_like(parameter));

    private Tensor Flat(Func<Parameter, Tensor> part)
    {
        using var recording = no_grad();
        return cat([.. Group.Parameters.Select(parameter => part(parameter).reshape(-1))]);
    }

    private void Set(Tensor from, Tensor direction, double step)
    {
        using var recording = no_grad();
        using var scope = NewDisposeScope();
        var (to, start) = (from.add(direction, step), 0L);
        foreach (var parameter in Group.Parameters)
        {
            var length = parameter.NumberOfElements;
            _ = parameter.copy_(to.narrow(0, start, length).view(parameter.shape));
            start += length;
        }
    }
}

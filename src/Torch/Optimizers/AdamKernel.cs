using System.Numerics;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One step of Adam for one parameter.</summary>
internal readonly struct AdamKernel
{
    private readonly double rate;
    private readonly double beta1;
    private readonly double beta2;
    private readonly double eps;
    private readonly double coupled;
    private readonly double shrink;
    private readonly double root;

    public AdamKernel(double lr, double beta1, double beta2, double eps, double decay, bool decoupled, long step)
    {
        (this.beta1, this.beta2, this.eps) = (beta1, beta2, eps);
        rate = lr / (1 - Math.Pow(beta1, step));
        root = 1 / Math.Sqrt(1 - Math.Pow(beta2, step));
        coupled = decoupled ? 0 : decay;
        shrink = decoupled ? 1 - (lr * decay) : 1;
    }

    public void Step(Tensor parameter, Tensor gradient, Tensor m, Tensor v)
    {
        if (parameter.device_type == DeviceType.CPU
            && parameter.is_contiguous() && m.is_contiguous() && parameter.dtype == ScalarType.Float32)
        {
            using var g = gradient.contiguous();
            OnePass(parameter.Values<float>(), g.Values<float>(), m.Values<float>(), v.Values<float>());
        }
        else if (parameter.device_type == DeviceType.CPU
            && parameter.is_contiguous() && m.is_contiguous() && parameter.dtype == ScalarType.Float64)
        {
            using var g = gradient.contiguous();
            OnePass(parameter.Values<double>(), g.Values<double>(), m.Values<double>(), v.Values<double>());
        }
        else
        {
            Operators(parameter, gradient, m, v);
        }
    }

    private void Operators(Tensor parameter, Tensor gradient, Tensor m, Tensor v)
    {
        using var scope = NewDisposeScope();
        var g = coupled == 0 ? gradient : gradient.add(parameter, coupled);
        _ = m.mul_(beta1).add_(g, 1 - beta1);
        _ = v.mul_(beta2).addcmul_(g, g, 1 - beta2);
        _ = parameter.mul_(shrink).addcdiv_(m, v.sqrt().mul_(root).add_(eps), -rate);
    }

    private void OnePass<T>(Span<T> parameter, ReadOnlySpan<T> gradient, Span<T> m, Span<T> v)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (b1, b2, c1, c2) = (T.CreateTruncating(beta1), T.CreateTruncating(beta2), T.CreateTruncating(1 - beta1), T.CreateTruncating(1 - beta2));
        var (lr, r, e) = (T.CreateTruncating(rate), T.CreateTruncating(root), T.CreateTruncating(eps));
        var (w, s) = (T.CreateTruncating(coupled), T.CreateTruncating(shrink));
        var ps = MemoryMarshal.Cast<T, Vector<T>>(parameter);
        var gs = MemoryMarshal.Cast<T, Vector<T>>(gradient);
        var ms = MemoryMarshal.Cast<T, Vector<T>>(m);
        var vs = MemoryMarshal.Cast<T, Vector<T>>(v);
        var epsilon = new Vector<T>(e);
        for (var i = 0; i < ps.Length; i++)
        {
            var g = gs[i] + (w * ps[i]);
            ms[i] = (b1 * ms[i]) + (c1 * g);
            vs[i] = (b2 * vs[i]) + (c2 * g * g);
            ps[i] = (s * ps[i]) - (lr * ms[i] / ((r * Vector.SquareRoot(vs[i])) + epsilon));
        }

        for (var i = ps.Length * Vector<T>.Count; i < parameter.Length; i++)
        {
            var g = gradient[i] + (w * parameter[i]);
            m[i] = (b1 * m[i]) + (c1 * g);
            v[i] = (b2 * v[i]) + (c2 * g * g);
            parameter[i] = (s * parameter[i]) - (lr * m[i] / ((r * T.Sqrt(v[i])) + e));
        }
    }
}

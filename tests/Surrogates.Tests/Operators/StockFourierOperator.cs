using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Sci.Surrogates.Tests;

/// <summary>
/// The Fourier operator on a line as its authors' program has it, in libtorch's own operations: channels first, real
/// transforms, einsum.
/// </summary>
internal sealed class StockFourierOperator : nn.Module<Tensor, Tensor>
{
    private readonly int modes;
    private readonly Linear lift;
    private readonly Linear project;
    private readonly Linear last;
    private readonly Parameter[] spectral;
    private readonly Convolution[] pointwise;

    public StockFourierOperator(int width, int modes, int layers, int projection)
        : base(nameof(StockFourierOperator))
    {
        this.modes = modes;
        (lift, project, last) = (nn.Linear(2, width), nn.Linear(width, projection), nn.Linear(projection, 1));
        spectral = [.. Enumerable.Range(0, layers).Select(
            _ => nn.Parameter(rand([width, width, modes, 2]) / (width * width)))];
        pointwise = [.. Enumerable.Range(0, layers).Select(_ => nn.Conv1d(width, width, 1))];
        register_module(nameof(lift), lift);
        for (var i = 0; i < layers; i++)
        {
            register_parameter($"spectral{i}", spectral[i]);
            register_module($"pointwise{i}", pointwise[i]);
        }

        register_module(nameof(project), project);
        register_module(nameof(last), last);
    }

    public override Tensor forward(Tensor input)
    {
        var points = input.shape[1];
        var x = (arange(0, points, input.dtype) / (double)points).view(1, points, 1).expand(input.shape[0], points, 1);
        var v = lift.call(cat([input, x], -1)).permute(0, 2, 1);
        for (var i = 0; i < spectral.Length; i++)
        {
            var z = Convolved(v, spectral[i]) + pointwise[i].call(v);
            v = i < spectral.Length - 1 ? nn.functional.gelu(z) : z;
        }

        return last.call(nn.functional.gelu(project.call(v.permute(0, 2, 1))));
    }

    /// <summary>Takes the parameters of the other network, which has the same shape.</summary>
    public void Take(FourierOperator other)
    {
        using var recording = no_grad();
        using var scope = NewDisposeScope();
        var theirs = other.state_dict();
        foreach (var (name, mine) in state_dict())
        {
            var i = name.FirstOrDefault(char.IsDigit);
            _ = mine.copy_(name switch
            {
                _ when name.StartsWith("spectral", StringComparison.Ordinal) => Complex(theirs[$"layer{i}.modes"]),
                _ when name.EndsWith(".weight", StringComparison.Ordinal) && name[0] == 'p' && name[1] == 'o' =>
                    theirs[$"layer{i}.weight"].t().unsqueeze(-1),
                _ when name.StartsWith("pointwise", StringComparison.Ordinal) => theirs[$"layer{i}.bias"],
                _ => theirs[name],
            });
        }
    }

    private Tensor Convolved(Tensor v, Parameter weights)
    {
        var points = v.shape[2];
        var kept = fft.rfft(v)[TensorIndex.Ellipsis, ..modes];
        var mixed = einsum("bik,iok->bok", kept, view_as_complex(weights));
        var all = zeros([v.shape[0], mixed.shape[1], (points / 2) + 1], mixed.dtype);
        all[TensorIndex.Ellipsis, ..modes] = mixed;
        return fft.irfft(all, points);
    }

    // [modes, in, 2·out] to [in, out, modes, 2].
    private static Tensor Complex(Tensor of)
    {
        var shape = of.shape;
        return of.view(shape[0], shape[1], 2, shape[2] / 2).permute(1, 3, 0, 2).contiguous();
    }
}

using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A tensor that training changes. It belongs to no scope.</summary>
public sealed class Parameter : Tensor
{
    public Parameter(Tensor data, bool requires_grad = true)
        : base(Alone(data))
    {
        _ = DetachFromDisposeScope();
        this.requires_grad = requires_grad;
    }

    private static nint Alone(Tensor data)
    {
        ArgumentNullException.ThrowIfNull(data);
        using var detached = data.detach();
        return Shim.Share(detached.Pointer);
    }
}

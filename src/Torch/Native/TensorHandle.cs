using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Owns one reference to a tensor of libtorch.</summary>
internal sealed class TensorHandle : SafeHandle
{
    public TensorHandle(nint tensor)
        : base(0, ownsHandle: true) => SetHandle(tensor);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Shim.FreeTensor(handle);
        return true;
    }
}

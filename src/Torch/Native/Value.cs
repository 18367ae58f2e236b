using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>A boxed value as the shim takes and gives it: what it is, how long, and itself or where it lies.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Value
{
    public ValueKind Kind;
    public int Count;
    public long Bits;
}

namespace TorchSharp.Native;

/// <summary>What a boxed value is; the same order as in the shim.</summary>
internal enum ValueKind
{
    None,
    Tensor,
    Integer,
    Double,
    Boolean,
    Integers,
    Doubles,
    Tensors,
    Text,
    Device,
    Default,
}

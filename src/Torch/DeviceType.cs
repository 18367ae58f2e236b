namespace TorchSharp;

/// <summary>Where a tensor lies; libtorch's numbers.</summary>
public enum DeviceType
{
    CPU = 0,
    CUDA = 1,
    MPS = 13,
    META = 14,
}

namespace TorchSharp;

/// <summary>What lies beyond the edge.</summary>
public enum PaddingModes
{
    Constant = 0,
    Reflect = 1,
    Replicate = 2,
    Circular = 3,
    Zeros = 4,
}

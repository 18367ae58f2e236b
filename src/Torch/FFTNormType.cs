namespace TorchSharp;

/// <summary>
/// Which direction of a Fourier transform divides by the number of points: the inverse, the forward, or each by its
/// root.
/// </summary>
public enum FFTNormType
{
    Backward,
    Forward,
    Ortho,
}

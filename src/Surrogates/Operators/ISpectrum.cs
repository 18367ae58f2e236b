using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>
/// A truncated Fourier transform of real fields, the points first: shape [points …, batch, channels].
/// </summary>
/// <remarks>
/// The inverse is the adjoint times the weights, and the adjoint of the inverse the transform times the weights, so
/// that a layer and its gradient need these three alone.
/// </remarks>
internal interface ISpectrum : IDisposable
{
    /// <summary>Number of complex modes kept.</summary>
    long Modes { get; }

    /// <summary>Number of the mode that is the sum over all points.</summary>
    long Mean { get; }

    /// <summary>
    /// What a mode counts in the inverse, over the number of points: 1 where it is its own conjugate's, else 2; shape
    /// [modes, 1, 1, 1].
    /// </summary>
    Tensor Weights { get; }

    /// <summary>
    /// Modes of fields: shape [modes, 2 (real, imaginary), batch, channels], not divided by the number of points.
    /// </summary>
    Tensor Analyse(Tensor fields);

    /// <summary>
    /// The transposed map, shape [points in all, batch times channels], added to <paramref name="sum"/>.
    /// </summary>
    void AddAdjoint(Tensor modes, Tensor sum);
}

using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>A refined forecast.</summary>
/// <param name="Vorticity">Snapshots [times, y, x], double precision.</param>
/// <param name="Before">η of the forecast: the residual in the norm of H⁻¹.</param>
/// <param name="After">η of the refined one.</param>
/// <param name="Curve">The norm that was made small, at every evaluation.</param>
public sealed record RefinedFlow(Tensor Vorticity, double Before, double After, IReadOnlyList<double> Curve)
    : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Vorticity.Dispose();
}

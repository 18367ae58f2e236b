using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>What a network predicts, and what its last layer read it off.</summary>
/// <param name="Vorticity">Snapshots [times, y, x].</param>
/// <param name="Features">Channels that the last layer weighs, in units of vorticity [times, channels, y, x].</param>
public sealed record FlowForecast(Tensor Vorticity, Tensor Features) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Vorticity.Dispose();
        Features.Dispose();
    }
}

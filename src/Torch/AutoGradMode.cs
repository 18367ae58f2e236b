using TorchSharp.Native;

namespace TorchSharp;

/// <summary>Records operations for gradients, or does not, on this thread until disposed of.</summary>
public sealed class AutoGradMode : IDisposable
{
    private readonly bool before;

    public AutoGradMode(bool enabled) => before = Shim.EnableGrad(enabled ? 1 : 0) != 0;

    public static bool IsEnabled => Shim.IsGradEnabled() != 0;

    public void Dispose() => _ = Shim.EnableGrad(before ? 1 : 0);
}

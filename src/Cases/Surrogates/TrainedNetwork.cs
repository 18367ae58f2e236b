using Sci.Surrogates;
using static TorchSharp.torch;

namespace Sci.Cases;

/// <summary>A network and how it came to be.</summary>
/// <param name="Network">The network.</param>
/// <param name="Curve">The epochs of its training.</param>
internal sealed record TrainedNetwork(nn.Module<Tensor, Tensor> Network, IReadOnlyList<EpochReport> Curve) : IDisposable
{
    /// <summary>Number of trained parameters.</summary>
    public long Parameters => Network.parameters().Sum(parameter => parameter.NumberOfElements);

    public void Dispose() => Network.Dispose();
}

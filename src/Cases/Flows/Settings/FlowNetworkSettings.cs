using Sci.Cases.Settings;
using Sci.Surrogates;
using static TorchSharp.torch;

namespace Sci.Cases;

/// <summary>
/// A Fourier operator for what the stream does from one snapshot to the next; viscosity and forcing are exact.
/// </summary>
public sealed record FlowNetworkSettings
{
    /// <summary>Channels of the Fourier layers.</summary>
    [AtLeast(1)]
    public required int Width { get; init; }

    /// <summary>Modes kept along x, the mean among them; along y as many of either sign.</summary>
    [AtLeast(1)]
    public required int Modes { get; init; }

    /// <summary>Number of Fourier layers.</summary>
    [AtLeast(1)]
    public required int Layers { get; init; }

    /// <summary>Channels between the last layer and the output; 0 for none.</summary>
    [NonNegative]
    public required int Projection { get; init; }

    /// <summary>What it holds on so many points a side: vorticity and forcing come in.</summary>
    internal NetworkMemory Memory(int points) =>
        NetworkMemory.Fourier((double)points * points, 2, 2.0 * Modes * Modes, Width, Layers, Projection);

    /// <summary>A network with random parameters.</summary>
    internal nn.Module<Tensor, Tensor> Build(FlowDataSettings flow, Samples data) => new FlowOperator(
        new FourierOperator(new()
        {
            Dimensions = 2,
            Inputs = 2,
            Outputs = 1,
            Width = Width,
            Modes = Modes,
            Layers = Layers,
            Projection = Projection,
            Positions = false,
        }),
        flow.Flow,
        flow.Every,
        data);
}

using Sci.Cases.Settings;
using Sci.Surrogates;
using static TorchSharp.torch;

namespace Sci.Cases;

/// <summary>A DeepONet; its output is standardised place by place.</summary>
public sealed record DeepArchitectureSettings : ArchitectureSettings
{
    /// <summary>Channels of all hidden layers, and number of products.</summary>
    [AtLeast(1)]
    public required int Width { get; init; }

    /// <summary>Linear layers of the network of the input field.</summary>
    [AtLeast(1)]
    public required int BranchLayers { get; init; }

    /// <summary>Linear layers of the network of the position.</summary>
    [AtLeast(1)]
    public required int TrunkLayers { get; init; }

    /// <summary>Harmonics by which the position comes in.</summary>
    [AtLeast(1)]
    public required int Harmonics { get; init; }

    internal override bool TakesAnyGrid => false;

    internal override nn.Module<Tensor, Tensor> Build(Samples data) => new Standardised(
        new DeepOperator(new()
        {
            Sensors = (int)data.Inputs.shape[1],
            Width = Width,
            BranchLayers = BranchLayers,
            TrunkLayers = TrunkLayers,
            Harmonics = Harmonics,
        }),
        Standardiser.Overall(data.Inputs),
        Standardiser.Pointwise(data.Targets));

    internal override NetworkMemory Memory(int points) =>
        NetworkMemory.Deep(points, Width, BranchLayers, TrunkLayers, Harmonics);

    internal override string? Complaint(int points) => null;
}

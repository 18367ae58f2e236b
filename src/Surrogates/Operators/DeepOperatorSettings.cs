namespace Sci.Surrogates;

/// <summary>What makes a DeepONet on a periodic line.</summary>
public sealed record DeepOperatorSettings
{
    /// <summary>Points at which the input function is seen.</summary>
    public required int Sensors { get; init; }

    /// <summary>Channels of the hidden layers of both networks, and number of products.</summary>
    public required int Width { get; init; }

    /// <summary>Linear layers of the network of the input function.</summary>
    public required int BranchLayers { get; init; }

    /// <summary>Linear layers of the network of the position.</summary>
    public required int TrunkLayers { get; init; }

    /// <summary>The position comes in as cos 2πkx and sin 2πkx for k = 1 … this.</summary>
    public required int Harmonics { get; init; }
}

using Sci.Cases.Settings;
using Sci.Surrogates;

namespace Sci.Cases;

/// <summary>A fully connected tanh network.</summary>
public sealed record PinnNetworkSettings
{
    /// <summary>Units of a hidden layer.</summary>
    [AtLeast(1)]
    public required int Width { get; init; }

    /// <summary>Hidden layers.</summary>
    [AtLeast(1)]
    public required int Depth { get; init; }

    /// <summary>Harmonics of a periodic coordinate that it sees.</summary>
    [AtLeast(1)]
    public int Harmonics { get; init; } = 1;

    /// <summary>The shape that these settings describe.</summary>
    public NetworkShape Shape() => new(Width, Depth, Harmonics);
}
